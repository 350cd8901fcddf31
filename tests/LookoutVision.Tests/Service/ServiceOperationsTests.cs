using System.Text.RegularExpressions;
using LookoutVision.Service.Model;

namespace LookoutVision.Tests.Service;

public sealed class ServiceOperationsTests
{
    [Fact]
    public void EveryOperationIsThereOnceAndByName()
    {
        var names = ServiceOperations.All.Select(o => o.Name).ToList();

        Assert.Equal(22, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names);
        Assert.Equal(names.Count, ServiceOperations.All.DistinctBy(o => (o.Method, o.PathTemplate)).Count());
    }

    [Fact]
    public void TheLabelsOfEveryPathAreItsPathMembers()
    {
        foreach (var operation in ServiceOperations.All)
        {
            var labels = Regex.Matches(operation.PathTemplate, @"\{(\w+)\}").Select(m => m.Groups[1].Value);

            Assert.Equal(labels.Order(), operation.Input.Where(m => m.Location == MemberLocation.Path).Select(m => m.WireName).Order());
            Assert.Equal(operation.Input.Count, operation.Input.DistinctBy(m => m.Name).Count());
        }
    }

    [Theory]
    [InlineData("CreateProject", "POST", "/2020-11-20/projects", 200)]
    [InlineData("CreateModel", "POST", "/2020-11-20/projects/{projectName}/models", 202)]
    [InlineData("UpdateDatasetEntries", "PATCH", "/2020-11-20/projects/{projectName}/datasets/{datasetType}/entries", 202)]
    [InlineData("DescribeModelPackagingJob", "GET", "/2020-11-20/projects/{projectName}/modelpackagingjobs/{jobName}", 200)]
    [InlineData("UntagResource", "DELETE", "/2020-11-20/tags/{resourceArn}", 200)]
    public void AnOperationHasTheServicesMethodPathAndStatus(string name, string method, string path, int status)
    {
        var operation = ServiceOperations.Get(name);

        Assert.Equal((method, path, status), (operation.Method, operation.PathTemplate, operation.SuccessStatus));
    }

    [Fact]
    public void EveryListIsReadPageByPageByTheSameMembers()
    {
        var lists = ServiceOperations.All.Where(o => o.Pagination is not null).ToList();

        Assert.Equal(["ListDatasetEntries", "ListModelPackagingJobs", "ListModels", "ListProjects"], lists.Select(o => o.Name));
        Assert.All(lists, o => Assert.Contains(o.Output, m => m.Name == o.Pagination!.ResultMember));
        Assert.All(lists, o => Assert.Equal(["nextToken", "maxResults"], o.Input.Where(m => m.Name is "NextToken" or "MaxResults").Select(m => m.WireName)));
    }

    [Fact]
    public void EveryErrorOfTheLibraryHasItsStatus()
    {
        Assert.Equal(402, ServiceError.Of(new ServiceQuotaExceededException("full")).HttpStatus);
        Assert.Equal(429, ServiceError.Of(new ThrottlingException("busy")).HttpStatus);
        Assert.All(
            typeof(LookoutVisionException).Assembly.GetTypes().Where(t => t.BaseType == typeof(LookoutVisionException)),
            t => Assert.Contains(ServiceError.All, e => e.Code == t.Name));
    }
}
