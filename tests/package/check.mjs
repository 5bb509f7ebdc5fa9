// SPDX-License-Identifier: MIT
// node check.mjs MODULES FOLDER...: reads the data package of each folder with the library `datapackage`: the package by
// its profile, each value by its type and constraints, each foreign key.
import {createRequire} from 'node:module';

const [modules, ...folders] = process.argv.slice(2);
const {Package} = createRequire(`${modules}/`)('datapackage');

let faults = 0;
const tell = (words) => {
  console.error(words);
  ++faults;
};

for (const folder of folders) {
  const read = await Package.load(`${folder}/datapackage.json`);
  for (const error of read.errors) tell(`${folder}: ${error.message}`);
  for (const resource of read.resources) {
    try {
      const rows = await resource.read({relations: true, keyed: true});
      if (rows.length !== resource.descriptor.rows)
        tell(`${folder}/${resource.name}: ${rows.length} rows, not ${resource.descriptor.rows}`);
    } catch (error) {
      for (const one of error.errors?.length ? error.errors : [error]) tell(`${folder}/${resource.name}: ${one.message}`);
    }
  }
}
process.exit(faults > 0 ? 1 : 0);
