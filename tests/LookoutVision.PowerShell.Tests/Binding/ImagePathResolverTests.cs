using LookoutVision.Binding;
using LookoutVision.Pipeline;
using LookoutVision.PowerShell.Tests.Seam;

namespace LookoutVision.PowerShell.Tests.Binding;

public sealed class ImagePathResolverTests : IDisposable
{
    private readonly ImageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_stands_for_its_images_by_name_and_for_nothing_else_in_it()
    {
        string[] expected = [_folder.Add("a.png"), _folder.Add("B.JPG"), _folder.Add("c.jpeg")];
        _folder.Add("notes.txt");
        _folder.Add(Path.Combine("below", "d.png"));

        Assert.Equal(expected, Resolve(new FakeShell(), [_folder.Root], literal: true));
    }

    [Fact]
    public void An_image_that_follows_its_folder_is_given_once()
    {
        var image = _folder.Add("a.png");
        var below = _folder.Add(Path.Combine("below", "b.png"));

        Assert.Equal([image, below], Resolve(new FakeShell(), [_folder.Root, Path.Combine(_folder.Root, "below"), image, below], literal: true));
        Assert.Equal([image, image], Resolve(new FakeShell(), [image, image], literal: true));
    }

    [Fact]
    public void A_name_with_brackets_that_is_there_is_no_wildcard()
    {
        var image = _folder.Add("a [1].png");
        var shell = new FakeShell
        {
            OnResolve = (path, literal) => literal ? [new(path, true)] : throw new InvalidOperationException("It was taken for a wildcard."),
        };

        Assert.Equal([image], Resolve(shell, [image], literal: false));
    }

    [Fact]
    public void Each_path_that_leads_nowhere_is_an_error_and_the_rest_is_given()
    {
        var image = _folder.Add("a.png");
        var shell = new FakeShell { OnResolve = (path, _) => path == "none*" ? [] : [new(path, path != "Env:PATH")] };

        var images = Resolve(shell, [Path.Combine(_folder.Root, "gone.png"), "Env:PATH", "s3://bucket/a.png", "none*", image], literal: false);

        Assert.Equal([image], images);
        Assert.Equal(["ImageNotFound", "PathNotFileSystem", "PathNotFileSystem"], shell.Errors.Select(error => error.Id));
        Assert.Equal("No file matches 'none*'.", Assert.Single(shell.Warnings));
    }

    [Fact]
    public void Paths_are_looked_at_only_as_images_are_asked_for()
    {
        var image = _folder.Add("a.png");
        var asked = 0;
        var shell = new FakeShell
        {
            OnResolve = (path, _) =>
            {
                asked++;
                return [new ProviderPath(path, true)];
            },
        };

        Assert.Equal(image, new ImagePathResolver(shell, recurse: false).Resolve([image, "b", "c"], literal: true).First());
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Folders_below_are_searched_where_that_is_said_each_once_and_links_are_not_followed()
    {
        string[] expected =
        [
            _folder.Add("b.png"),
            _folder.Add(Path.Combine("a", "1.png")),
            _folder.Add(Path.Combine("a", "deep", "2.png")),
            _folder.Add(Path.Combine("c", "3.png")),
        ];
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "c", "loop"), _folder.Root);
        var shell = new FakeShell();
        var resolver = new ImagePathResolver(shell, recurse: true);

        Assert.Equal(expected, resolver.Resolve([_folder.Root, Path.Combine(_folder.Root, "a"), expected[2]], literal: true));
        Assert.Empty(shell.Errors);
    }

    [Fact]
    public void The_images_of_a_folder_are_counted_before_the_first_is_given()
    {
        _folder.AddMany(7);
        var resolver = new ImagePathResolver(new FakeShell(), recurse: false);

        using var images = resolver.Resolve([Path.Combine(_folder.Root, "0000.jpg"), _folder.Root], literal: true).GetEnumerator();

        Assert.True(images.MoveNext());
        Assert.Null(resolver.Total);
        Assert.True(images.MoveNext());
        Assert.Equal(8, resolver.Total);
    }

    private static List<string> Resolve(FakeShell shell, string[] paths, bool literal) =>
        [.. new ImagePathResolver(shell, recurse: false).Resolve(paths, literal)];
}
