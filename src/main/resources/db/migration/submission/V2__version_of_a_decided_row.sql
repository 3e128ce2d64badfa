-- One word for how often a figure was entered. 0 where nothing was.

alter table submission_row rename column revision to version;
