"""The life of a project by boto3: prints what it was answered, as JSON."""
import json
import sys
import time

import boto3

endpoint, bucket, manifest, image, project = sys.argv[1:6]
client = boto3.client("lookoutvision", endpoint_url=endpoint)
told = {}


def wait(describe, *states):
    """Polls as the developer guide's programs do."""
    while True:
        status = describe()
        if status not in states:
            return status
        time.sleep(0.2)


def model_status():
    return client.describe_model(ProjectName=project, ModelVersion="1")["ModelDescription"]["Status"]


def dataset():
    return client.describe_dataset(ProjectName=project, DatasetType="train")["DatasetDescription"]


told["project"] = client.create_project(ProjectName=project)["ProjectMetadata"]["ProjectName"]
source = {"GroundTruthManifest": {"S3Object": {"Bucket": bucket, "Key": manifest}}}
told["dataset"] = client.create_dataset(ProjectName=project, DatasetType="train", DatasetSource=source)["DatasetMetadata"]["Status"]
told["dataset_then"] = wait(lambda: dataset()["Status"], "CREATE_IN_PROGRESS")
told["stats"] = dataset()["ImageStats"]
pages = client.get_paginator("list_dataset_entries").paginate(
    ProjectName=project, DatasetType="train", PaginationConfig={"PageSize": 4})
pages = [page["DatasetEntries"] for page in pages]
told["pages"] = [len(page) for page in pages]
told["entries"] = len({entry for page in pages for entry in page})
line = pages[0][0].encode()
told["update"] = client.update_dataset_entries(ProjectName=project, DatasetType="train", Changes=line)["Status"]
told["update_then"] = wait(lambda: dataset()["Status"], "UPDATE_IN_PROGRESS")
config = {"S3Location": {"Bucket": bucket, "Prefix": "evaluation/"}}
created = client.create_model(
    ProjectName=project, OutputConfig=config, Description="by-boto3", Tags=[{"Key": "line", "Value": "4"}])["ModelMetadata"]
told["model"] = created["Status"]
told["model_then"] = wait(model_status, "TRAINING")
model = client.describe_model(ProjectName=project, ModelVersion="1")["ModelDescription"]
told["made_at"] = model["CreationTimestamp"].isoformat()
told["evaluation"] = model["EvaluationResult"]
told["listed"] = [m["ModelVersion"] for m in client.list_models(ProjectName=project)["Models"]]
told["start"] = client.start_model(ProjectName=project, ModelVersion="1", MinInferenceUnits=1)["Status"]
told["start_then"] = wait(model_status, "STARTING_HOSTING")
with open(image, "rb") as photograph:
    found = client.detect_anomalies(
        ProjectName=project, ModelVersion="1", ContentType="image/png", Body=photograph)["DetectAnomalyResult"]
told["anomalies"] = [anomaly["Name"] for anomaly in found["Anomalies"]]
told["area"] = sum(anomaly["PixelAnomaly"]["TotalPercentageArea"] for anomaly in found["Anomalies"])
told["is_anomalous"] = found["IsAnomalous"]
told["mask"] = found["AnomalyMask"][:8].hex()
arn = model["ModelArn"]
client.tag_resource(ResourceArn=arn, Tags=[{"Key": "shift", "Value": "night"}])
client.untag_resource(ResourceArn=arn, TagKeys=["line"])
told["tags"] = client.list_tags_for_resource(ResourceArn=arn)["Tags"]
job = client.start_model_packaging_job(ProjectName=project, ModelVersion="1", Configuration={"Greengrass": {
    "TargetDevice": "jetson_xavier", "ComponentName": "inspector", "S3OutputLocation": {"Bucket": bucket, "Prefix": "packages/"}}})["JobName"]
told["job"] = client.describe_model_packaging_job(ProjectName=project, JobName=job)["ModelPackagingDescription"]["Status"]
told["stop"] = client.stop_model(ProjectName=project, ModelVersion="1")["Status"]
told["stop_then"] = wait(model_status, "STOPPING_HOSTING")
client.delete_model(ProjectName=project, ModelVersion="1")
client.delete_dataset(ProjectName=project, DatasetType="train")
client.delete_project(ProjectName=project)
told["left"] = [p["ProjectName"] for p in client.list_projects()["Projects"] if p["ProjectName"] == project]
print(json.dumps(told))
