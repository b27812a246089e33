-- A school that is closed keeps its history; nobody gets a new position there.
alter table school add column is_closed boolean default false;
