// Reads {"name": {card}, …} and prints what the stock renderer's parser finds wrong, as a list of lines. What only Teams knows, such as badges
// and charts, must bring a fallback, which is read in its place.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { AdaptiveCard, SerializationContext, ValidationEvent, Version } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const objects = node =>
  node && typeof node === 'object' ? [...(Array.isArray(node) ? [] : [node]), ...Object.values(node).flatMap(objects)] : [];

const findings = [];
for (const [name, card] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  // The parser's own test of a language remembers the one before, and refuses every second.
  for (const part of objects(card).filter(part => 'lang' in part)) {
    if (!/^(vi|en)$/.test(part.lang)) {
      findings.push(`${name}: the language is ${part.lang}`);
    }
    delete part.lang;
  }
  const context = new SerializationContext(new Version(1, 5));
  new AdaptiveCard().parse(card, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { event, message } = context.getEventAt(i);
    const unknown = event === ValidationEvent.UnknownElementType && /"(.+?)"/.exec(message)[1];
    if (!unknown || objects(card).some(part => part.type === unknown && !part.fallback)) {
      findings.push(`${name}: ${message}`);
    }
  }
}
console.log(JSON.stringify(findings));
