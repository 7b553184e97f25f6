using AiFixer.Core.Documents;
using AiFixer.Core.Settings;
using AiFixer.TestSupport;
using AiFixer.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Hosting.Dynamic;

public sealed class DynamicSettingsTests(SharedPostgres postgres)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private readonly ManualTime time = new();

    [Fact]
    public async Task What_this_process_sets_it_goes_by_at_once()
    {
        using var node = new Node(new MemoryDocuments(time), time);

        await node.SetAsync("my_plugin.timeout", "30s", "slow disks");
        var set = node.Settings.Find("my_plugin.timeout");
        await node.DeleteAsync("my_plugin.timeout");

        set.ShouldBe(new Setting("my_plugin.timeout", "30s", 1, new("key:alice", "alice"), time.GetUtcNow(), "slow disks"));
        node.Settings.Find("my_plugin.timeout").ShouldBeNull();
    }

    [Fact]
    public async Task What_another_process_sets_is_known_soon()
    {
        var documents = new MemoryDocuments(time);
        using var one = new Node(documents, time);
        using var other = new Node(documents, time);
        await other.StartAsync();

        await one.SetAsync("my_plugin.timeout", "30s");
        other.Settings.Find("my_plugin.timeout").ShouldBeNull();
        time.Advance(Moment);

        await Eventually.TrueAsync(() => other.Settings.Find("my_plugin.timeout")?.Value == "30s", "the other process goes by it", cancellation: TestContext.Current.CancellationToken);
        (time.GetUtcNow() - new ManualTime().GetUtcNow()).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Reading_a_setting_asks_nobody_and_looking_for_changes_reads_only_changes()
    {
        var documents = new MemoryDocuments(time);
        using var node = new Node(documents, time);
        await node.SetAsync("my_plugin.timeout", "30s");
        var asked = documents.Asked;

        for (var i = 0; i < 100; i++)
            node.Settings.Find("my_plugin.timeout")!.Value.ShouldBe("30s");
        documents.Asked.ShouldBe(asked);
        await node.Settings.RefreshAsync(TestContext.Current.CancellationToken);

        documents.Asked.ShouldBe(asked + 1);
    }

    [Fact]
    public async Task While_the_store_is_away_the_last_known_stay_and_it_is_said_once()
    {
        var documents = new MemoryDocuments(time);
        using var node = new Node(documents, time);
        await node.SetAsync("my_plugin.timeout", "30s");

        documents.IsAway = true;
        for (var i = 0; i < 3; i++)
            await node.Settings.RefreshAsync(TestContext.Current.CancellationToken);
        node.Settings.Find("my_plugin.timeout")!.Value.ShouldBe("30s");
        node.Log.Said.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);

        documents.IsAway = false;
        await node.Settings.RefreshAsync(TestContext.Current.CancellationToken);
        await node.Settings.RefreshAsync(TestContext.Current.CancellationToken);
        node.Log.Said.Select(said => said.Text).ShouldBe(
            ["Settings cannot be read for now; the last known ones stay: away", "Settings can be read again"]);
    }

    [Fact]
    public async Task Nothing_is_known_before_the_store_has_answered_once()
    {
        var documents = new MemoryDocuments(time) { IsAway = true };
        using var node = new Node(documents, time);
        await node.StartAsync();
        node.Settings.IsKnown.ShouldBeFalse();

        documents.IsAway = false;
        time.Advance(Moment);

        await Eventually.TrueAsync(() => node.Settings.IsKnown, "the settings are known", cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_configuration_says_what_nobody_changed()
    {
        using var node = new Node(
            new MemoryDocuments(time), time, ("Settings:custom:queue:api_key", "from the environment"), ("Settings:custom:queue:depth", "5"));
        await node.SetAsync("custom.queue.depth", "9");

        node.Settings.Find("custom.queue.api_key")!.Value.ShouldBe("from the environment");
        node.Settings.Find("custom.queue.depth")!.Value.ShouldBe("9");
        await node.DeleteAsync("custom.queue.depth");
        var configured = node.Settings.Find("custom.queue.depth")!;
        (configured.Value, configured.By.Name).ShouldBe(("5", "the configuration"));
    }

    [Theory]
    [Stores]
    public async Task Processes_on_one_database_see_each_others_changes(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        using var one = new Node((await database.OpenAsync()).Documents, time);
        using var other = new Node((await database.OpenAsync()).Documents, time);

        await one.SetAsync("my_plugin.timeout", "30s");
        await other.Settings.RefreshAsync(TestContext.Current.CancellationToken);
        other.Settings.Find("my_plugin.timeout")!.Value.ShouldBe("30s");
        await other.SetAsync("my_plugin.timeout", "40s");
        await one.Settings.RefreshAsync(TestContext.Current.CancellationToken);

        one.Settings.Find("my_plugin.timeout")!.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("timeout", "x", "key")]
    [InlineData("My.Plugin", "x", "key")]
    [InlineData("a..b", "x", "key")]
    [InlineData("a.b; drop", "x", "key")]
    [InlineData("custom.queue.api_key", "x", "key")]
    [InlineData("custom.queue.db_password", "x", "key")]
    [InlineData("custom.queue.token", "x", "key")]
    [InlineData("custom.queue.address", "amqp://me:s3cr3tword@queue", "value")]
    [InlineData("custom.queue.header", "Authorization: Bearer abcdefgh12345678", "value")]
    [InlineData("custom.queue.depth", "", "value")]
    [InlineData("custom.queue.depth", "1\u00072", "value")]
    [InlineData("plugins.k8s.restart_deployment.enabled", "perhaps", "value")]
    public async Task What_cannot_be_a_setting_is_refused_by_its_field(string key, string value, string field)
    {
        var documents = new MemoryDocuments(time);
        using var node = new Node(documents, time);

        var refused = (await node.SetAsync(key, value)).ShouldBeOfType<DocumentVerdict.Refused>();

        refused.Field.ShouldBe(field);
        documents.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_wants_to_keep_a_secret_is_told_where_it_goes()
    {
        using var node = new Node(new MemoryDocuments(time), time);

        var refused = (await node.SetAsync("custom.queue.api_key", "x")).ShouldBeOfType<DocumentVerdict.Refused>();

        refused.Problem.ShouldContain("set the environment variable Settings__custom__queue__api_key, or Settings__custom__queue__api_key_FILE");
    }
}
