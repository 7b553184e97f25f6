using System.Text.Json;
using AiFixer.Plugins;
using AiFixer.Plugins.Runbooks;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Runbooks;

public sealed class RunbookSearchTests : IDisposable
{
    private const string Database =
        """
        # Database

        The shop's database.

        ## Locks

        When sessions wait for locks, look at `db.lock_waits` first.

        ```sql
        # not a heading
        SELECT 1;
        ```

        ## 连接池耗尽

        数据库连接池耗尽时，先查看空闲事务，然后重启应用。
        """;

    private readonly TempFolder folder = new();
    private readonly PluginSetup setup;

    public RunbookSearchTests()
    {
        Write("database.md", Database);
        Write("disk/full.md", "# Disk full\n\nFree space with `journalctl --vacuum-size`. Restart nothing.\n");
        setup = PluginSetup.Create(new() { Runbooks = { Folder = folder.Path } }, TimeProvider.System, NullLoggerFactory.Instance);
    }

    public void Dispose()
    {
        setup.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_section_that_fits_best_comes_first_with_its_file_and_headings()
    {
        var best = (await SearchAsync("sessions waiting for locks"))[0];

        (best.GetProperty("file").GetString(), best.GetProperty("heading").GetString(), best.GetProperty("line").GetInt32())
            .ShouldBe(("database.md", "Database › Locks", 5));
        best.GetProperty("snippet").GetString()!.ShouldContain("db.lock_waits");
        best.GetProperty("snippet").GetString()!.ShouldContain("# not a heading");
    }

    [Fact]
    public async Task Chinese_is_found_though_it_has_no_spaces()
    {
        var best = (await SearchAsync("连接池已经耗尽了怎么办"))[0];

        best.GetProperty("heading").GetString().ShouldBe("Database › 连接池耗尽");
    }

    [Fact]
    public async Task What_changes_is_found_anew_and_what_goes_is_gone()
    {
        (await SearchAsync("certificate")).ShouldBeEmpty();
        Write("tls.md", "# Certificate expired\n\nRenew it.");

        (await SearchAsync("certificate")).Single().GetProperty("file").GetString().ShouldBe("tls.md");

        File.Delete(folder.File("tls.md"));
        (await SearchAsync("certificate")).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_more_than_asked_for_and_nothing_for_no_words()
    {
        for (var i = 0; i < 10; i++)
            Write($"more{i}.md", $"# Locks {i}\n\nlocks");

        (await SearchAsync("locks", 3)).Count.ShouldBe(3);
        (await SearchAsync("!!!")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_section_is_shown_where_the_words_are()
    {
        Write("long.md", "# Long\n\n" + string.Concat(Enumerable.Repeat("nothing of note here\n", 200)) + "the zebra valve\n" + string.Concat(Enumerable.Repeat("more of nothing\n", 200)));

        var snippet = (await SearchAsync("zebra valve"))[0].GetProperty("snippet").GetString()!;

        snippet.ShouldContain("the zebra valve");
        snippet.Length.ShouldBeLessThan(700);
    }

    [Fact]
    public void Links_do_not_lead_out_of_the_folder()
    {
        using var other = new TempFolder();
        File.WriteAllText(other.File("secret.md"), "# Secret");
        File.CreateSymbolicLink(folder.File("link.md"), other.File("secret.md"));
        Directory.CreateSymbolicLink(folder.File("away"), other.Path);

        new RunbookFolder(folder.Path).Current().Search("secret", 5).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_at_start() =>
        new PluginsOptions { Runbooks = { Folder = "/no/such" } }.Problems().ShouldBe(["Plugins:Runbooks:Folder: there is no folder '/no/such'"]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), text);
    }

    private async Task<List<JsonElement>> SearchAsync(string query, int limit = 5)
    {
        var call = new PluginCall(JsonSerializer.Serialize(new { query, limit }), "INC-1", null, "tester", TimeProvider.System.GetUtcNow());
        var result = await setup.Host.RunAsync("runbook.search", call, TestContext.Current.CancellationToken);
        result.Error.ShouldBeNull();
        return [.. JsonSerializer.Deserialize<JsonElement>(result.Data!).GetProperty("sections").EnumerateArray()];
    }
}
