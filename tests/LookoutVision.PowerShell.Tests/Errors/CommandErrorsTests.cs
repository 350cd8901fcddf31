using System.Management.Automation;
using System.Reflection;
using LookoutVision.Errors;
using LookoutVision.Testing;

namespace LookoutVision.PowerShell.Tests.Errors;

public sealed class CommandErrorsTests
{
    public static TheoryData<Exception, string, ErrorCategory> OfImages => new()
    {
        { Of(ImageFault.Missing), "ImageNotFound", ErrorCategory.ObjectNotFound },
        { Of(ImageFault.Unreadable), "ImageReadFailed", ErrorCategory.ReadError },
        { Of(ImageFault.Empty), "ImageEmpty", ErrorCategory.InvalidData },
        { Of(ImageFault.TooLarge), "ImageTooLarge", ErrorCategory.LimitsExceeded },
        { Of(ImageFault.UnknownFormat), "ImageFormatUnknown", ErrorCategory.InvalidData },
        { Of(ImageFault.Damaged), "ImageDecodeFailed", ErrorCategory.InvalidData },
        { Of(ImageFault.SizeOutOfRange), "ImageSizeUnsupported", ErrorCategory.InvalidData },
        { Of(ImageFault.SizeMismatch), "ImageSizeMismatch", ErrorCategory.InvalidData },
        { new ValidationException("m"), "ImageRejected", ErrorCategory.InvalidData },
        { new ConflictException("m"), "ModelNotHosted", ErrorCategory.ResourceUnavailable },
        { new AccessDeniedException("m") { ResourceId = "https://vision.example/" }, "AccessDenied", ErrorCategory.PermissionDenied },
        { new ThrottlingException("m"), "RequestThrottled", ErrorCategory.LimitsExceeded },
        { new InternalServerException("m") { ResourceId = "https://vision.example/" }, "HostFailed", ErrorCategory.ResourceUnavailable },
        { new InvalidOperationException("m"), "UnexpectedFailure", ErrorCategory.InvalidResult },
    };

    private static ValidationException Of(ImageFault fault) => new("m") { ImageFault = fault };

    [Theory]
    [MemberData(nameof(OfImages))]
    public void An_image_s_failure_has_an_identifier_a_category_and_the_image_as_target(Exception exception, string id, ErrorCategory category)
    {
        var error = CommandErrors.ImageFailed("/line/a.png", exception);

        Assert.Equal((id, category, "/line/a.png"), (error.Id, error.Category, error.Target));
        Assert.Same(exception, error.Exception);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void What_the_host_recommends_is_passed_on()
    {
        var error = CommandErrors.From(
            new ResourceNotFoundException("m") { ResourceType = "PROJECT", ResourceId = "bolts", RecommendedAction = "Make it." }, "x");

        Assert.Equal(("ProjectNotFound", "bolts", "Make it."), (error.Id, error.Target, error.RecommendedAction));
    }

    [Fact]
    public void Every_identifier_and_category_in_the_factory_is_in_the_table_of_docs_errors()
    {
        var table = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "docs", "errors.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => cells.Length == 7 && Array.TrueForAll(cells[1..6], cell => cell.Length > 0) ? cells : throw new InvalidDataException(cells[1]))
            .SelectMany(cells => cells[1].Replace("\\*", "", StringComparison.Ordinal).Split(", ").Select(id => (id, cells[2])))
            .ToDictionary();
        var made = Every().ToList();

        Assert.DoesNotContain(made, error => error.Category == ErrorCategory.NotSpecified);
        Assert.All(made, error => Assert.Equal(error.Category.ToString(), table.GetValueOrDefault(error.Id)));
        Assert.Equal(table.Keys.Order(), made.Select(error => error.Id).Distinct().Order());
    }

    // Calls every method of the factory, those that map exceptions with every kind there is.
    private static IEnumerable<CommandError> Every()
    {
        Exception[] exceptions =
        [
            .. OfImages.Select(row => (Exception)row[0]),
            .. from type in new[] { "PROJECT", "DATASET", "MODEL", null }
               from exception in new Exception[]
               {
                   new ResourceNotFoundException("m") { ResourceType = type },
                   new ConflictException("m") { ResourceType = type },
               }
               select exception,
            new ServiceQuotaExceededException("m"),
            new TimeoutException("m"),
            new UnauthorizedAccessException(),
            new IOException(),
            new TimeoutException(),
        ];
        foreach (var method in typeof(CommandErrors).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var parameters = method.GetParameters();
            foreach (var exception in exceptions)
            {
                var arguments = parameters.Select(parameter => ArgumentFor(parameter.ParameterType, exception)).ToArray();
                if (parameters.Zip(arguments).All(pair => pair.Second is null || pair.First.ParameterType.IsInstanceOfType(pair.Second)))
                {
                    yield return (CommandError)method.Invoke(null, arguments)!;
                }
            }
        }
    }

    private static object? ArgumentFor(Type type, Exception exception) =>
        typeof(Exception).IsAssignableFrom(type) ? exception
        : type == typeof(int) ? 1
        : type == typeof(DetectAnomalyResult) ? Seam.FakeHost.Normal("x")
        : type == typeof(ModelDescription) ? null
        : "x";
}
