// Holds files to JSON in valid UTF-8 and, where a schema is given, to that, formats of strings included:
//
//   node json.js SCHEMA FILE...      SCHEMA is of draft 4, or - for none
//
// A line `FILE: what is wrong` for each mistake; status 1 when there is one. Finds ajv by NODE_PATH.
'use strict';
const fs = require('fs');

const [schema, ...files] = process.argv.slice(2);

const read = (file) => JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(fs.readFileSync(file)));

function validator() {
    if (schema === '-') return () => true;
    const Ajv = require('ajv');
    const ajv = new Ajv({schemaId: 'auto', meta: false, format: 'full', allErrors: true});
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
    return ajv.compile(read(schema));
}

function mistakes(file, validate) {
    try {
        return validate(read(file)) ? [] : validate.errors.map((e) => `${e.dataPath} ${e.message}`);
    } catch (error) {
        return [error.message];
    }
}

const validate = validator();
for (const file of files) {
    for (const mistake of mistakes(file, validate)) {
        console.log(`${file}: ${mistake}`);
        process.exitCode = 1;
    }
}
