namespace LookoutVision.Cli.Tests.Output;

/// <summary>Answers as the AWS command 2.9.19 printed them, as JSON and as text, for the same answer of a server.</summary>
internal static class RecordedAnswers
{
    public const string DetectJson = """
        {
            "DetectAnomalyResult": {
                "Source": {
                    "Type": "direct"
                },
                "IsAnomalous": true,
                "Confidence": 0.983975887298584,
                "Anomalies": [
                    {
                        "Name": "background",
                        "PixelAnomaly": {
                            "TotalPercentageArea": 0.9818974137306213,
                            "Color": "#FFFFFF"
                        }
                    },
                    {
                        "Name": "cracked",
                        "PixelAnomaly": {
                            "TotalPercentageArea": 0.018102586269378662,
                            "Color": "#23A436"
                        }
                    }
                ],
                "AnomalyMask": "+/8="
            }
        }

        """;

    public const string DetectText =
        "DETECTANOMALYRESULT\t+/8=\t0.983975887298584\tTrue\n"
        + "ANOMALIES\tbackground\n"
        + "PIXELANOMALY\t#FFFFFF\t0.9818974137306213\n"
        + "ANOMALIES\tcracked\n"
        + "PIXELANOMALY\t#23A436\t0.018102586269378662\n"
        + "SOURCE\tdirect\n";

    public const string DescribeJson = """
        {
            "ModelDescription": {
                "ModelVersion": "1",
                "ModelArn": "arn:aws:lookoutvision:us-east-1:123456789012:model/p1/1",
                "CreationTimestamp": "2021-08-16T21:40:00.123000+00:00",
                "Status": "HOSTED",
                "StatusMessage": "Model is hosted.",
                "Performance": {
                    "F1Score": 0.8,
                    "Recall": 0.8,
                    "Precision": 0.9
                },
                "EvaluationEndTimestamp": "2021-08-16T22:40:00.500000+00:00",
                "MinInferenceUnits": 1,
                "MaxInferenceUnits": 2
            }
        }

        """;

    public const string DescribeText =
        "MODELDESCRIPTION\t2021-08-16T21:40:00.123000+00:00\t2021-08-16T22:40:00.500000+00:00\t2\t1"
        + "\tarn:aws:lookoutvision:us-east-1:123456789012:model/p1/1\t1\tHOSTED\tModel is hosted.\n"
        + "PERFORMANCE\t0.8\t0.9\t0.8\n";

    public const string ListText =
        "MODELS\t2021-08-16T21:40:00.123000+00:00\tarn:aws:lookoutvision:us-east-1:123456789012:model/p1/1\t1\tHOSTED\tModel is hosted.\n"
        + "PERFORMANCE\t0.8\t0.9\t0.8\n";
}
