// Reads {"manifest": {...}, "languages": {"en.json": {...}}} and prints what Microsoft's validator finds wrong, as a list of lines.
// The schemas lie in the package: nothing is fetched. An older one than the newest that it has is a finding.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
globalThis.fetch = () => {
  throw new Error('the validator does not have this schema');
};
const { AppManifestUtils } = require('@microsoft/app-manifest');
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');

function localization(version) {
  const schema = JSON.parse(readFileSync(join(schemas, `v${version}`, 'MicrosoftTeams.Localization.schema.json'), 'utf8').replace(/^\uFEFF/, ''));
  const draft4 = String(schema.$schema).includes('draft-04');
  const Validator = require(draft4 ? 'ajv-draft-04' : 'ajv').default;
  // The schema's patterns are older than the flag that forbids needless escapes.
  const validator = new Validator({ strict: false, allErrors: true, unicodeRegExp: false });
  require('ajv-formats').default(validator);
  return validator.compile(schema);
}

const { manifest, languages } = JSON.parse(readFileSync(0, 'utf8'));
const findings = (await AppManifestUtils.validateAgainstSchema(manifest)).map(fault => `manifest.json: ${fault}`);
for (const [name, words] of Object.entries(languages)) {
  const validate = localization(manifest.manifestVersion);
  if (!validate(words)) {
    findings.push(...validate.errors.map(fault => `${name}: ${fault.instancePath} ${fault.message}`));
  }
}
const versions = readdirSync(schemas).flatMap(folder => folder.match(/^v(\d+)\.(\d+)$/) ? [folder.slice(1)] : []);
const newest = versions.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
if (manifest.manifestVersion !== newest) {
  findings.push(`manifest.json: the newest schema is ${newest}`);
}
console.log(JSON.stringify(findings));
