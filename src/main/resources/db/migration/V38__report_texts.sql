-- What a district writes itself in its report to the committee about a period.
create table report_text (
    district_id  uuid        not null references district on delete cascade,
    first_day    date        not null,
    last_day     date        not null,
    introduction text        not null,
    conclusion   text        not null,
    changed_at   timestamptz not null,
    primary key (district_id, first_day, last_day),
    constraint report_text_of_some_days check (last_day >= first_day),
    constraint report_text_introduction_is_short check (char_length(introduction) <= 8000),
    constraint report_text_conclusion_is_short check (char_length(conclusion) <= 8000)
);
