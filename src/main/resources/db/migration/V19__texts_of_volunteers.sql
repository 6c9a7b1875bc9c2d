-- Everything that is texted to somebody is in her language, if there are texts in it.
alter table interpreter add column text_language language_tag not null default 'de';
