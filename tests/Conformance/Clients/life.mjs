// The life of a project by AWS's package for JavaScript: prints what it was answered, as JSON.
import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import * as lv from '@aws-sdk/client-lookoutvision';

const [endpoint, bucket, manifest, image, project] = process.argv.slice(2);
const client = new lv.LookoutVisionClient({ endpoint, region: 'us-east-1' });
const ask = (name, input) => client.send(new lv[`${name}Command`](input));
const told = {};

async function wait(describe, state) {
  for (;;) {
    const status = await describe();
    if (status !== state) return status;
    await new Promise(done => setTimeout(done, 200));
  }
}

const version = { ProjectName: project, ModelVersion: '1' };
const train = { ProjectName: project, DatasetType: 'train' };
const modelStatus = async () => (await ask('DescribeModel', version)).ModelDescription.Status;

told.project = (await ask('CreateProject', { ProjectName: project })).ProjectMetadata.ProjectName;
const DatasetSource = { GroundTruthManifest: { S3Object: { Bucket: bucket, Key: manifest } } };
told.dataset = (await ask('CreateDataset', { ...train, DatasetSource })).DatasetMetadata.Status;
told.stats = (await ask('DescribeDataset', train)).DatasetDescription.ImageStats;
const pages = [];
for await (const page of lv.paginateListDatasetEntries({ client, pageSize: 4 }, train)) pages.push(page.DatasetEntries);
told.pages = pages.map(p => p.length);
told.entries = new Set(pages.flat()).size;
told.update = (await ask('UpdateDatasetEntries', { ...train, Changes: Buffer.from(pages[0][0]) })).Status;
const OutputConfig = { S3Location: { Bucket: bucket, Prefix: 'evaluation/' } };
told.model = (await ask('CreateModel', { ProjectName: project, OutputConfig })).ModelMetadata.Status;
told.model_then = await wait(modelStatus, 'TRAINING');
const model = (await ask('DescribeModel', version)).ModelDescription;
told.made_at = model.CreationTimestamp.toISOString();
told.start = (await ask('StartModel', { ...version, MinInferenceUnits: 1 })).Status;
told.start_then = await wait(modelStatus, 'STARTING_HOSTING');
const detect = async Body => (await ask('DetectAnomalies', { ...version, ContentType: 'image/png', Body })).DetectAnomalyResult;
const found = await detect(await readFile(image));
const streamed = await detect(createReadStream(image));
told.anomalies = found.Anomalies.map(a => a.Name);
told.is_anomalous = found.IsAnomalous;
told.same = streamed.Confidence === found.Confidence;
told.mask = Buffer.from(found.AnomalyMask.slice(0, 8)).toString('hex');
await ask('TagResource', { ResourceArn: model.ModelArn, Tags: [{ Key: 'shift', Value: 'night' }] });
told.tags = (await ask('ListTagsForResource', { ResourceArn: model.ModelArn })).Tags;
await ask('UntagResource', { ResourceArn: model.ModelArn, TagKeys: ['shift', 'line'] });
told.stop = (await ask('StopModel', version)).Status;
await ask('DeleteModel', version);
await ask('DeleteDataset', train);
await ask('DeleteProject', { ProjectName: project });
told.left = (await ask('ListProjects', {})).Projects.filter(p => p.ProjectName === project);
console.log(JSON.stringify(told));
