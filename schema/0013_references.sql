-- Every reference names the column that it means, as programs that read the file want it, and the full-text index names
-- its content in the spelling by which they find it. Neither changes a row or a page of a table: SQLite documents this
-- edit of the definitions (https://www.sqlite.org/lang_altertable.html) in place of copying every row, and it is undone
-- with the rest of the transaction. The next migration makes views anew, by which other connections learn of it.

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(replace(sql,
  'REFERENCES documents ', 'REFERENCES documents(document_id) '),
  'REFERENCES documents,', 'REFERENCES documents(document_id),')
WHERE type = 'table' AND name IN
  ('document_texts', 'sentences', 'principles', 'priorities', 'organizations', 'leaders', 'document_digests');

UPDATE sqlite_schema SET sql = replace(replace(replace(replace(replace(replace(sql,
  'REFERENCES principles ', 'REFERENCES principles(principle_id) '),
  'REFERENCES priorities ', 'REFERENCES priorities(priority_id) '),
  'REFERENCES organizations ', 'REFERENCES organizations(organization_id) '),
  'REFERENCES leaders ', 'REFERENCES leaders(leader_id) '),
  'REFERENCES sentences,', 'REFERENCES sentences(sentence_id),'),
  'REFERENCES rules,', 'REFERENCES rules(rule_id),')
WHERE type = 'table' AND name = 'citations';

UPDATE sqlite_schema SET sql = replace(sql,
  'REFERENCES review_samples,', 'REFERENCES review_samples(sample),')
WHERE type = 'table' AND name = 'review_sample_rows';

UPDATE sqlite_schema SET sql = replace(sql,
  'content = ''sentence_texts''', 'content="sentence_texts"')
WHERE type = 'table' AND name = 'sentences_fts';

PRAGMA writable_schema = RESET;
