-- The private journal of an ib'er: an answer to a reflection question, one per school year.
create table reflection (
    person_id uuid not null,
    school_year varchar not null,
    topic varchar not null,
    body varchar not null,
    primary key (person_id, school_year, topic)
);
