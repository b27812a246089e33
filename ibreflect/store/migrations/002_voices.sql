-- Others answer by a link of their own.
-- An invitation and a response share nothing but the round: no key, no order, no time. What
-- somebody has filled in so far is sealed under a key that only the link holds (access/links.py).

create table invitation (
    token_hash varchar primary key,
    round_id uuid not null,
    rater_group varchar not null,
    -- 'open', 'handed_in' or 'withdrawn'
    state varchar not null
);

create index invitation_of_round on invitation (round_id);

create table draft (
    draft_id varchar primary key,
    round_id uuid not null,
    sealed blob not null
);
