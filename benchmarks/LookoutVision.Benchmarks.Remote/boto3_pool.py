"""Asks about one image many times by a pool of threads; tells the seconds of the clock and of the processor that it took."""
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

url, image, count, at_once = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
client = boto3.client(
    "lookoutvision", endpoint_url=url, region_name="us-east-1", aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="wJalrXUtnFEMI", config=Config(max_pool_connections=at_once))


def judge(_):
    with open(image, "rb") as body:
        return client.detect_anomalies(ProjectName="p", ModelVersion="1", ContentType="image/jpeg", Body=body)


with ThreadPoolExecutor(at_once) as pool:
    list(pool.map(judge, range(200)))
    wall, processor = time.monotonic(), time.process_time()
    list(pool.map(judge, range(count)))
    print(time.monotonic() - wall, time.process_time() - processor)
