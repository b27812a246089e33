-- What is kept of a round by more than its id alone is found by the round too. A key of several
-- columns does not serve for that: without these, all rows of everybody are read.
create index context_of_round on context (round_id);
create index round_text_of_round on round_text (round_id);
create index time_share_of_round on time_share (round_id);
