-- Who works where and as what, and who is signed in.

create table board (
    board_id uuid primary key,
    name varchar not null
);

alter table school add column board_id uuid;

-- Where mail reaches somebody.
alter table person add column address varchar default '';
-- Somebody who is switched off keeps what is theirs, and cannot come in.
alter table person add column is_active boolean default true;

-- The school, governing board or samenwerkingsverband that the position is at.
alter table membership rename column school_id to place_id;

-- With an account elsewhere: who that is here.
create table identity (
    issuer varchar not null,
    subject varchar not null,
    person_id uuid not null,
    primary key (issuer, subject)
);

create table passkey (
    credential_id varchar primary key,
    person_id uuid not null,
    public_key blob not null,
    sign_count bigint not null,
    label varchar not null,
    added_on date not null
);

-- A link by which somebody comes in once, to set up how they sign in from then on.
create table entry_link (
    digest varchar primary key,
    person_id uuid not null,
    expires_at timestamp not null
);

-- Moments are in UTC.
create table session (
    -- Of the secret in the cookie; the secret itself is kept nowhere.
    digest varchar primary key,
    person_id uuid not null,
    since timestamp not null,
    seen_at timestamp not null,
    has_ended boolean not null,
    -- One time of signing in begins one session: a digest of what the provider sent.
    sign_in varchar not null unique
);

-- Who saw, shared, changed, took along or erased what. No answers, texts or secrets: `fields` holds
-- what the kind of event may carry (model/event.py).
create sequence event_number;

create table event (
    event_id bigint not null default nextval('event_number'),
    happened_at timestamp not null,
    kind varchar not null,
    -- Null when nobody in particular did it.
    actor_id uuid,
    -- Whose data it is about.
    subject_id uuid,
    fields varchar not null
);
