using System.Text;
using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Sealing;

/// <summary>What a service of its own keeps of an incident, from the alert to the diagnosis, as whoever takes the disk away sees it.</summary>
public sealed class SealedFolderTests
{
    private const string InTitle = "orders-of-yesterday";
    private const string InText = "ring Mr Ferguson of Harbour Bank";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_files_tell_what_lists_show_and_nothing_else_and_go_on_with_another_key()
    {
        using var folder = new TempFolder();
        await using var world = await PracticeWorld.StartAsync(cancellationToken: Stop);
        var settings = new GatewaySettings { DataFolder = folder.Path, Cluster = world.Url };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);
        var alert = AlertBody.Alert(AlertBody.Labels("shop", "checkout"), TimeProvider.System.GetUtcNow().ToString("O"), InTitle);
        alert["annotations"]!["description"] = InText;
        var (_, id) = await gateway.Api.AlertAsync(AlertBody.Delivery(alert).ToJsonString());
        await gateway.Api.WhenAsync(id!, incident => incident.OpenCard is not null || incident.IsSettled, "it was diagnosed");
        (await gateway.Api.GetAsync("api/v1/audit?format=jsonl")).Body.ShouldContain(InText);
        await gateway.Process.KillAsync();

        var kept = await KeptAsync(folder.Path);
        kept.ShouldContain(InTitle);
        kept.ShouldNotContain(InText);

        await using var exchanged = await GatewayProcess.StartReadyAsync(settings.With("Storage:DataKey", "data-2"));
        File.Delete(Path.Combine(folder.Path, "keys", "data-1.seal"));
        (await exchanged.Api.GetAsync("api/v1/audit?format=jsonl")).Body.ShouldContain(InText);
        await exchanged.Process.KillAsync();
        (await KeptAsync(folder.Path)).ShouldNotContain(InText);
    }

    private static async Task<string> KeptAsync(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "aifixer.db*"))
            all.Append(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Stop)));
        return all.ToString();
    }
}
