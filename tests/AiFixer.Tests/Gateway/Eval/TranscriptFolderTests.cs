using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.Playground.Cases;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Gateway.Eval;

/// <summary>What was said to models, as files.</summary>
public sealed class TranscriptFolderTests
{
    private static readonly Diagnosis Said = new(1, "a/model", Verdict.Likely, "network", "", 0, [], [], [], []);

    [Fact]
    public async Task Each_case_has_a_file_whatever_it_is_called()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "said");
        var transcripts = new TranscriptFolder(path);

        transcripts.Problem().ShouldBeNull();
        await transcripts.WriteAsync([Ran("own", "a.b", "one"), Ran("own", "a_b", "two"), Ran("../up", "../../x", "three"), Ran("own", "silent", null)]);

        Files(path).ShouldBe(["___up/______x.json", "own/a_b-2.json", "own/a_b.json"], ignoreOrder: true);
        (await File.ReadAllTextAsync(Path.Combine(path, "own", "a_b-2.json"), TestContext.Current.CancellationToken)).ShouldContain("two");
    }

    [Fact]
    public async Task Only_their_owner_reads_them()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "said");

        await new TranscriptFolder(path).WriteAsync([Ran("own", "a", "one")]);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(path, "own", "a.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_before_anybody_is_asked()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        new TranscriptFolder(Path.Combine(file, "said")).Problem().ShouldNotBeNull().ShouldContain("--transcripts: nothing can be put into");
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'));

    private static CaseResult.Ran Ran(string suite, string name, string? said)
    {
        var transcript = said is null ? null : Blob.Of("application/json", System.Text.Encoding.UTF8.GetBytes($$"""{"entries":[{"who":"{{said}}"}],"tokensIn":1,"tokensOut":2,"cost":0.5}"""));
        return new(name, suite, new("network"), Said, CaseScorer.Score(new CaseExpectation("network"), Said), TimeSpan.Zero, transcript);
    }
}
