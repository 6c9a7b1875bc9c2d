-- Who waited while everybody who speaks the language talked was counted as demand for an uncovered language.
insert into recount_call (call_id) select call_id from counted_call where uncovered;
