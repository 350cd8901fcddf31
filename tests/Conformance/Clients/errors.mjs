// Makes calls that are refused: prints what AWS's package for JavaScript makes of each answer, as JSON.
import * as lv from '@aws-sdk/client-lookoutvision';

const [endpoint, calls] = process.argv.slice(2);
const client = new lv.LookoutVisionClient({ endpoint, region: 'us-east-1', maxAttempts: 2 });
const told = [];
for (const [operation, parameters] of JSON.parse(calls)) {
  try {
    await client.send(new lv[`${operation}Command`](parameters));
    told.push({ code: null });
  } catch (error) {
    told.push({
      code: error.name,
      type: error.name,
      message: error.message,
      status: error.$metadata?.httpStatusCode,
      resource: error.ResourceType,
      quota: error.QuotaCode,
      retryAfter: error.RetryAfterSeconds,
    });
  }
}
console.log(JSON.stringify(told));
