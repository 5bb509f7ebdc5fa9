// SPDX-License-Identifier: MIT
// Runs every view of a knowledge base in DuckDB over the same tables, and prints a line for each: its name, the number of
// its rows, and a digest of what they hold. Usage: node views.mjs FOLDER, where FOLDER holds tables.json: {"tables":
// {NAME: {"columns": [[NAME, TYPE], ...], "rows": [[...], ...]}}, "views": [[NAME, SQL], ...], "queries": [SQL, ...]}. Of a
// query the number of rows is printed; files that it names are looked for in FOLDER.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.DUCKDB_MODULES ?? import.meta.dirname, 'x.js'));
const { DuckDBInstance } = require('@duckdb/node-api');
const { tables, views, queries } = JSON.parse(readFileSync(join(process.argv[2], 'tables.json'), 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const literal = (value) =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;

for (const [name, { columns, rows }] of Object.entries(tables)) {
  const declared = columns.map(([column, type]) => `${quoted(column)} ${type === 'INTEGER' ? 'BIGINT' : 'VARCHAR'}`);
  await connection.run(`CREATE TABLE ${quoted(name)}(${declared.join(', ')})`);
  for (let at = 0; at < rows.length; at += 500) {
    const values = rows.slice(at, at + 500).map((row) => `(${row.map(literal).join(', ')})`);
    await connection.run(`INSERT INTO ${quoted(name)} VALUES ${values.join(', ')}`);
  }
}

const cell = (value) => (value === null ? '' : typeof value === 'object' ? String(value) : `${value}`);
for (const [name, sql] of views) {
  await connection.run(sql);
  const result = await connection.runAndReadAll(`SELECT * FROM ${quoted(name)}`);
  const lines = result.getRows().map((row) => row.map(cell).join('\u001f'));
  const digest = createHash('sha256').update(lines.sort().join('\u001e')).digest('hex');
  console.log(`${name} ${lines.length} ${digest}`);
  if (process.env.SHOW_ROWS) for (const line of lines.slice(0, 3)) console.log('   ' + line);
}

process.chdir(process.argv[2]);
for (const [at, sql] of (queries ?? []).entries())
  console.log(`query ${at} ${(await connection.runAndReadAll(sql)).getRows().length}`);
