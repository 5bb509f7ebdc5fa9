-- What tells a changed title, date, vocabulary or rule from the one that was stored, and gives a document's own columns
-- back: nothing can derive them from its text.

ALTER TABLE document_digests ADD COLUMN description TEXT;         -- JSON: metadata, then the columns of documents but its id, in order
ALTER TABLE document_digests ADD COLUMN description_digest TEXT;  -- SHA-256 of description

-- Of each table that documents share: a sum over its rows, so that a row is added without a look at the others.
CREATE TABLE row_sums(
  name TEXT PRIMARY KEY,                      -- of the table
  sum  INTEGER NOT NULL                       -- of a number made of each row, modulo 2^64
) STRICT, WITHOUT ROWID;

-- The same as before, in better English.
DROP VIEW IF EXISTS problems;
CREATE VIEW problems(place, problem) AS
SELECT d.slug, 'has no text' FROM documents AS d LEFT JOIN document_texts AS t USING (document_id)
WHERE t.document_id IS NULL
UNION ALL
SELECT d.slug, 'has ' || count(s.sentence_id) || CASE count(s.sentence_id) WHEN 1 THEN ' sentence'
ELSE ' sentences' END || ' where ' || d.sentence_count || CASE d.sentence_count WHEN 1 THEN ' is' ELSE ' are' END || ' expected'
FROM documents AS d LEFT JOIN sentences AS s ON s.sentence_id BETWEEN d.first_sentence_id AND
d.first_sentence_id + d.sentence_count - 1 AND s.document_id = d.document_id
GROUP BY d.document_id HAVING count(s.sentence_id) <> d.sentence_count
UNION ALL
SELECT d.slug, 'sentence ' || s.ordinal || ' does not lie in the text' FROM documents AS d
JOIN (SELECT document_id, length(CAST(text AS BLOB)) AS bytes FROM document_texts) AS t USING (document_id)
CROSS JOIN sentences AS s ON s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1
WHERE s.start_byte < 0 OR s.end_byte < s.start_byte OR s.end_byte > t.bytes
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' does not begin in its sentence, or ends outside the text'
FROM citations AS c JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
JOIN document_texts AS t USING (document_id) WHERE c.start_byte < s.start_byte OR c.start_byte >= s.end_byte
OR c.end_byte <= c.start_byte OR (c.end_byte > s.end_byte AND c.end_byte > length(CAST(t.text AS BLOB)))
UNION ALL
SELECT d.slug, 'citation ' || c.citation_id || ' supports a row of another document' FROM citations AS c
JOIN sentences AS s USING (sentence_id) JOIN documents AS d USING (document_id)
LEFT JOIN principles AS p ON p.principle_id = c.principle_id LEFT JOIN priorities AS a ON a.priority_id = c.priority_id
LEFT JOIN organizations AS o ON o.organization_id = c.organization_id LEFT JOIN leaders AS l ON l.leader_id = c.leader_id
WHERE coalesce(p.document_id, a.document_id, o.document_id, l.document_id) <> s.document_id
UNION ALL
SELECT 'sentences_fts', 'sentence ' || s.sentence_id || ' is missing in the full-text index' FROM sentences AS s
LEFT JOIN sentences_fts_docsize AS f ON f.id = s.sentence_id WHERE f.id IS NULL
UNION ALL
SELECT 'sentences_fts', 'the full-text index holds ' || f.id || ', which is no sentence'
FROM sentences_fts_docsize AS f LEFT JOIN sentences AS s ON s.sentence_id = f.id WHERE s.sentence_id IS NULL;
