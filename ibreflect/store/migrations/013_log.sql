-- What ib'ers write down of their work for themselves: the logboek.

create sequence log_entry_number;

create table log_entry (
    entry_id uuid primary key,
    -- Entries of one day keep their order by this number.
    entry_number bigint not null default nextval('log_entry_number'),
    person_id uuid not null,
    school_id uuid not null,
    happened_on date not null,
    -- Words of model/log.py, empty where the kind has none; roles with a "+" between them.
    kind varchar not null,
    theme varchar not null,
    place varchar not null,
    roles varchar not null,
    -- Null where the kind has none.
    minutes smallint,
    is_planned boolean,
    step smallint,
    -- Sealed under the key of the person.
    what varchar not null,
    explored varchar not null,
    follow_up varchar not null
);
