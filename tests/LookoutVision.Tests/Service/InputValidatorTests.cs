using System.Text.Json.Nodes;
using LookoutVision.Service.Model;
using LookoutVision.Service.Validation;

namespace LookoutVision.Tests.Service;

public sealed class InputValidatorTests
{
    [Fact]
    public void WhatTheServiceTakesHasNoFault()
    {
        Assert.Empty(Validate("CreateModel", """
            {"ProjectName": "p-1_a", "Description": "a.b", "OutputConfig": {"S3Location": {"Bucket": "my-bucket", "Prefix": "out/"}},
             "Tags": [{"Key": "café:1", "Value": ""}], "KmsKeyId": null}
            """));
        Assert.Empty(Validate("ListDatasetEntries", """
            {"ProjectName": "p", "DatasetType": "train", "Labeled": true, "MaxResults": 100, "NextToken": "a/+=",
             "BeforeCreationDate": "2020-06-23T00:00:00Z", "AfterCreationDate": 1592870400.5}
            """));
    }

    [Theory]
    [InlineData("{}", "Missing required parameter in input: \"ProjectName\"")]
    [InlineData("""{"ProjectName": ""}""", "Invalid length for parameter ProjectName, value: 0, valid min length: 1")]
    [InlineData("""{"ProjectName": 5}""", "Invalid type for parameter ProjectName, value: 5, type: <class 'int'>, valid types: <class 'str'>")]
    [InlineData("""{"ProjectName": "p", "Color": 1}""", "Unknown parameter in input: \"Color\", must be one of: ProjectName, ClientToken")]
    public void WhatClientsFindIsToldInTheirWords(string input, string message) =>
        Assert.Contains(message, Validate("CreateProject", input).Select(f => f.ClientMessage));

    [Fact]
    public void AFaultDeepInsideNamesItsPlace()
    {
        var faults = Validate("StartModelPackagingJob", """
            {"ProjectName": "p", "ModelVersion": "1", "Configuration": {"Greengrass": {"ComponentName": "c",
             "S3OutputLocation": {"Bucket": "b"}, "TargetPlatform": {"Os": "WINDOWS", "Arch": "ARM64"}, "Tags": [{"Key": "k"}]}}}
            """);

        Assert.Equal(
            [
                "Value 'WINDOWS' at 'configuration.greengrass.targetPlatform.os' failed to satisfy constraint: Member must satisfy enum value set: [LINUX]",
                "Value 'b' at 'configuration.greengrass.s3OutputLocation.bucket' failed to satisfy constraint: Member must have length greater than or equal to 3",
                "Value null at 'configuration.greengrass.tags.1.member.value' failed to satisfy constraint: Member must not be null",
            ],
            faults.Select(f => f.ServiceMessage));
        Assert.Equal(
            [
                null,
                "Invalid length for parameter Configuration.Greengrass.S3OutputLocation.Bucket, value: 1, valid min length: 3",
                "Missing required parameter in Configuration.Greengrass.Tags[0]: \"Value\"",
            ],
            faults.Select(f => f.ClientMessage));
    }

    [Theory]
    [InlineData("StartModel", """{"ProjectName": "p", "ModelVersion": "1", "MinInferenceUnits": 0}""", nameof(InputFaultKind.TooSmall))]
    [InlineData("StartModel", """{"ProjectName": "p", "ModelVersion": "1", "MinInferenceUnits": 1.5}""", nameof(InputFaultKind.WrongType))]
    [InlineData("StartModel", """{"ProjectName": "p", "ModelVersion": "1", "MinInferenceUnits": 4294967297}""", nameof(InputFaultKind.TooLarge))]
    [InlineData("StopModel", """{"ProjectName": "p", "ModelVersion": "01"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("StopModel", """{"ProjectName": "../x", "ModelVersion": "1"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("StopModel", """{"ProjectName": "p\n", "ModelVersion": "1"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("StopModel", """{"ProjectName": "p", "ModelVersion": "12345678901"}""", nameof(InputFaultKind.TooLong))]
    [InlineData("DeleteModel", """{"ProjectName": "p", "ModelVersion": "latest"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("DescribeDataset", """{"ProjectName": "p", "DatasetType": "trains"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("ListModels", """{"ProjectName": "p", "MaxResults": 101}""", nameof(InputFaultKind.TooLarge))]
    [InlineData("ListModels", """{"ProjectName": "p", "NextToken": "a-b"}""", nameof(InputFaultKind.NoMatch))]
    [InlineData("UpdateDatasetEntries", """{"ProjectName": "p", "DatasetType": "test", "Changes": "%%%"}""", nameof(InputFaultKind.WrongType))]
    [InlineData("UpdateDatasetEntries", """{"ProjectName": "p", "DatasetType": "test", "Changes": ""}""", nameof(InputFaultKind.TooShort))]
    [InlineData("ListDatasetEntries", """{"ProjectName": "p", "DatasetType": "test", "Labeled": "yes"}""", nameof(InputFaultKind.WrongType))]
    [InlineData("ListDatasetEntries", """{"ProjectName": "p", "DatasetType": "test", "AfterCreationDate": 1e300}""", nameof(InputFaultKind.WrongType))]
    [InlineData("TagResource", """{"ResourceArn": "arn", "Tags": [null]}""", nameof(InputFaultKind.Missing))]
    [InlineData("UntagResource", """{"ResourceArn": "arn"}""", nameof(InputFaultKind.Missing))]
    public void WhatTheServiceRefusesIsFound(string operation, string input, string kind)
    {
        var fault = Assert.Single(Validate(operation, input));

        Assert.Equal(kind, fault.Kind.ToString());
        var error = Assert.Throws<ValidationException>(() => InputValidator.Require(ServiceOperations.Get(operation), Parse(input)));
        Assert.Equal($"1 validation error detected: {fault.ServiceMessage}", error.Message);
    }

    [Fact]
    public void ALongListIsNotLookedAtItemByItem()
    {
        var tags = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => new JsonObject())]);

        var fault = Assert.Single(InputValidator.Validate(
            ServiceOperations.Get("TagResource"), new() { ["ResourceArn"] = "arn", ["Tags"] = tags }));

        Assert.Equal(InputFaultKind.TooLong, fault.Kind);
    }

    private static IReadOnlyList<InputFault> Validate(string operation, string input) =>
        InputValidator.Validate(ServiceOperations.Get(operation), Parse(input));

    private static JsonObject Parse(string input) => JsonNode.Parse(input)!.AsObject();
}
