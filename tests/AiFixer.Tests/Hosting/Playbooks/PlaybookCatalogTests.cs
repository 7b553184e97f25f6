using AiFixer.Core;
using AiFixer.Core.Documents;
using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;
using AiFixer.TestSupport;
using AiFixer.Tests.Hosting.Dynamic;
using AiFixer.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Hosting.Playbooks;

public sealed class PlaybookCatalogTests : IDisposable
{
    private const string Rules = "rules:\n  - class: OOM\n    patterns: [kaputt]";
    private const string Broken = "rules:\n  - class: NOPE\n    patterns: [kaputt]";
    private static readonly DocumentAuthor Alice = new("key:alice", "alice");
    private readonly MemoryDocuments documents = new(new ManualTime());
    private readonly TempFolder folder = new();
    private readonly HeardLog log = new();
    private readonly List<PlaybookCatalog> processes = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        processes.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task Of_two_that_took_one_name_at_the_same_moment_the_first_is_used_and_both_are_shown()
    {
        await KeepAsync(PlaybookDocuments.Kind, "second-by-id", Playbook("Same"));
        await KeepAsync(PlaybookDocuments.Kind, "a-later-one", Playbook("SAME"));

        var process = await ProcessAsync();

        process.Current.Playbooks.ShouldHaveSingleItem().Id.ShouldBe("second-by-id");
        var twin = process.Snapshot.Kept.Single(kept => kept.Document.Name == "a-later-one");
        twin.Problems.ShouldHaveSingleItem().ToString().ShouldBe("line 1: name is that of another playbook: second-by-id");
        process.Snapshot.Kept.Count.ShouldBe(2);
        Warnings().ShouldContain(text => text.Contains("a-later-one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_twin_is_used_again_when_the_other_is_gone()
    {
        await KeepAsync(PlaybookDocuments.Kind, "first", Playbook("Same"));
        await KeepAsync(PlaybookDocuments.Kind, "second", Playbook("Same"));
        var process = await ProcessAsync();

        await KeepAsync(PlaybookDocuments.Kind, "first", null);
        await process.RefreshAsync(Stop);

        process.Current.Playbooks.ShouldHaveSingleItem().Id.ShouldBe("second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rules_of_classes_that_cannot_be_read_leave_the_last_good_ones_and_are_told(bool started)
    {
        await KeepAsync(PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, Rules);
        var process = started ? await ProcessAsync() : null;
        await KeepAsync(PlaybookDocuments.ClassesKind, PlaybookDocuments.Classes, Broken);

        process ??= await ProcessAsync();
        await process.RefreshAsync(Stop);

        process.Current.Rules.Of("it is kaputt").ShouldBe(AiFixer.Core.Alerts.ErrorClass.Oom);
        process.Snapshot.ClassProblems[0].Field.ShouldBe("rules[0].class");
        Warnings().ShouldHaveSingleItem().ShouldContain("the last that could be used stay");
    }

    [Fact]
    public async Task A_shipped_file_that_the_store_does_not_take_is_told_and_the_others_are_taken()
    {
        await File.WriteAllTextAsync(folder.File("No such Name.yaml"), Playbook("One"), Stop);
        await File.WriteAllTextAsync(folder.File("long.yaml"), Playbook("Two") + "#" + new string('x', DocumentLimits.Body), Stop);
        await File.WriteAllTextAsync(folder.File("good.yaml"), Playbook("Three"), Stop);

        var process = await ProcessAsync();
        await process.RefreshAsync(Stop);

        process.Current.Playbooks.ShouldHaveSingleItem().Id.ShouldBe("good");
        Warnings().Count.ShouldBe(2);
        Warnings().ShouldContain(text => text.Contains(folder.File("No such Name.yaml"), StringComparison.Ordinal));
        Warnings().ShouldContain(text => text.Contains(folder.File("long.yaml") + " is not taken over: its text", StringComparison.Ordinal));
    }

    private static string Playbook(string name) =>
        $"name: {name}\nclass: OOM\npatterns: [abc]\naction: {{type: WAIT_RETRY, params: {{wait_minutes: 5}}}}\n";

    private List<string> Warnings() => [.. log.Said.Where(said => said.Level == LogLevel.Warning).Select(said => said.Text)];

    private async Task KeepAsync(string kind, string name, string? text) =>
        (await documents.ApplyAsync(new(kind, name, text, Alice), Stop)).ShouldBeOfType<DocumentVerdict.Stored>();

    private async Task<PlaybookCatalog> ProcessAsync()
    {
        var process = new PlaybookCatalog(documents, new(new(folder.Path)), log.Factory.CreateLogger<PlaybookCatalog>());
        processes.Add(process);
        await process.RefreshAsync(Stop);
        return process;
    }
}
