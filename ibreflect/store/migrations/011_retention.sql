-- What is needed to erase in time.

-- From which day a snapshot counts: filled in by the night after it was made. For those there were
-- already, this day.
alter table snapshot add column taken_on date;
update snapshot set taken_on = current_date;

-- Who left as an ib'er and is told on their start page that everything of theirs goes.
create table leaving (
    person_id uuid primary key,
    told_on date not null
);
