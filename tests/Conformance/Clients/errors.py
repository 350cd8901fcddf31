"""Makes calls that are refused: prints what boto3 makes of each answer, as JSON."""
import json
import sys

import boto3
from botocore import xform_name
from botocore.exceptions import ClientError

client = boto3.client("lookoutvision", endpoint_url=sys.argv[1])
told = []
for operation, parameters in json.loads(sys.argv[2]):
    try:
        getattr(client, xform_name(operation))(**parameters)
        told.append({"code": None})
    except ClientError as error:
        answer = error.response
        told.append({
            "code": answer["Error"]["Code"],
            "type": type(error).__name__,
            "message": answer["Error"]["Message"],
            "status": answer["ResponseMetadata"]["HTTPStatusCode"],
            "resource": answer.get("ResourceType"),
            "quota": answer.get("QuotaCode"),
            "retryAfter": answer.get("RetryAfterSeconds"),
        })
print(json.dumps(told))
