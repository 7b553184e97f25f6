using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using AiFixer.Core.Documents;
using AiFixer.Core.Settings;
using AiFixer.Gateway.Commands;
using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Gateway.Commands.Plugins;
using AiFixer.Hosting.Dynamic;
using AiFixer.Playground;
using AiFixer.Storage;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Gateway.Commands;

/// <summary><c>aifixer plugin</c>, beside a store in which people set things.</summary>
public sealed class PluginCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_disabled_at_run_time_is_shown_and_not_run()
    {
        using var folder = new TempFolder();
        await DisableAsync(folder.Path, "runbook.search");
        var settings = await SettingsAsync(folder.Path);
        using var setup = CommandPlugins.Open(Configure(folder.Path).Configuration, settings, out _)!;
        using var output = new StringWriter();
        using var errors = new StringWriter();

        await PluginText.ListAsync(setup.States, json: false, output);
        var code = await PluginTrial.RunAsync(setup, "runbook.search", ["query=disk"], json: false, output, errors, Stop);

        output.ToString().Split('\n').Single(line => line.StartsWith("runbook.search ", StringComparison.Ordinal))
            .ShouldContain("Disabled       runbook.search was disabled by alice on ");
        code.ShouldBe(1);
        errors.ToString().ShouldContain("it hurt the disks");
    }

    [Fact]
    public async Task Doctor_names_what_was_disabled_and_by_whom()
    {
        using var folder = new TempFolder();
        await DisableAsync(folder.Path, "runbook.search");

        var findings = await ConnectionFindings.LookAsync(Configure(folder.Path).Configuration, Stop);

        findings.Single(found => found.Subject == "plugin runbook.search").Details.ShouldStartWith("runbook.search was disabled by alice");
    }

    [Fact]
    public async Task Without_a_store_nothing_is_disabled_but_by_the_configuration()
    {
        using var folder = new TempFolder();

        var settings = await StoredSettings.ReadAsync(Configure(folder.Path, "--Settings:plugins:runbook:search:enabled=false").Configuration, Stop);

        (settings.IsKnown, settings.Problem).ShouldBe((true, null));
        settings.Find(SettingKeys.EnabledOf("runbook.search"))!.Value.ShouldBe("false");
        settings.Find(SettingKeys.EnabledOf("k8s.get")).ShouldBeNull();
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_run_that_may_be_disabled()
    {
        using var folder = new TempFolder();
        var configuration = Configure(
            folder.Path, "--Storage:Provider=postgres", $"--Storage:ConnectionString=Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=x;Timeout=2").Configuration;
        var settings = await StoredSettings.ReadAsync(configuration, Stop);
        using var setup = CommandPlugins.Open(configuration, settings, out _)!;
        using var errors = new StringWriter();

        (await PluginTrial.RunAsync(setup, "runbook.search", ["query=disk"], json: false, TextWriter.Null, errors, Stop)).ShouldBe(1);

        settings.Problem.ShouldNotBeNull().ShouldContain("store");
        errors.ToString().ShouldContain("it is not known yet which plugins are disabled");
    }

    [Fact]
    public async Task A_store_that_hangs_is_given_up_and_doctor_names_it()
    {
        using var folder = new TempFolder();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var configuration = Configure(
            folder.Path, "--Storage:Provider=postgres",
            $"--Storage:ConnectionString=Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=x;Username=x;Timeout=600").Configuration;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var looking = StoreFinding.LookAsync(configuration, stop.Token);

        (await StoredSettings.ReadAsync(configuration, TimeSpan.FromSeconds(2), Stop)).Problem.ShouldBe("the store did not answer within 2 s");
        await stop.CancelAsync();

        var found = (await looking).ShouldHaveSingleItem();
        // Whichever is first: our patience, or that of the database's driver.
        found.State.ShouldBe(AiFixer.Plugins.Checks.FindingState.Broken);
        found.Details.ShouldBeOneOf("it did not answer in time", "The store does not answer. The operation has timed out");
    }

    [Fact]
    public async Task A_plan_is_printed_as_json_and_nothing_is_done()
    {
        using var folder = new TempFolder();
        await using var world = await PracticeWorld.StartAsync(cancellationToken: Stop);
        world.WriteKubeconfig(folder.File("kubeconfig"));
        var configuration = Configure(folder.Path, $"--Plugins:Kubernetes:default:Kubeconfig={folder.File("kubeconfig")}").Configuration;
        using var setup = CommandPlugins.Open(configuration, NoSettings.Instance, out _)!;
        using var output = new StringWriter();

        var code = await PluginTrial.RunAsync(
            setup, "llm.kubectl_action", ["command=scale deployment/catalog --replicas=5 -n shop"], json: true, output, TextWriter.Null, Stop);

        code.ShouldBe(0);
        using var planned = JsonDocument.Parse(output.ToString());
        var root = planned.RootElement;
        (root.GetProperty("plugin").GetString(), root.GetProperty("executed").GetBoolean()).ShouldBe(("llm.kubectl_action", false));
        (root.GetProperty("verb").GetString(), root.GetProperty("risk").GetString()).ShouldBe(("scale", "medium"));
        var plan = root.GetProperty("plan");
        plan.GetProperty("target").GetProperty("name").GetString().ShouldBe("catalog");
        plan.GetProperty("magnitude").GetInt32().ShouldBe(3);
        plan.GetProperty("undo").GetProperty("plugin").GetString().ShouldBe("k8s.scale_deployment");
        world.Record.Where(entry => entry.Changed && !entry.DryRun).ShouldBeEmpty();
        world.Health("shop", "catalog")!.Desired.ShouldBe(2);
    }

    [Fact]
    public void Its_help_says_that_what_changes_something_is_only_planned() =>
        PluginCommand.Create(() => Configure("/nowhere")).Subcommands.Single(command => command.Name == "run").Description!
            .ShouldContain("only planned, never carried out");

    private static WebApplicationBuilder Configure(string folder, params string[] settings) =>
        Startup.Configure([$"--Storage:DataFolder={folder}", "--Plugins:Custom:Folder=/nowhere", $"--Plugins:Runbooks:Folder={folder}", .. settings]);

    private static Task<StoredSettings> SettingsAsync(string folder) => StoredSettings.ReadAsync(Configure(folder).Configuration, Stop);

    private static async Task DisableAsync(string folder, string plugin)
    {
        await using var store = await JournalStore.OpenAsync(new() { DataFolder = folder }, TimeProvider.System, NullLoggerFactory.Instance, Stop);
        var edit = new DocumentEdit(SettingDocuments.Kind, SettingKeys.EnabledOf(plugin), "false", new("key:alice", "alice"), "it hurt the disks");
        (await store.Documents.ApplyAsync(edit, Stop)).ShouldBeOfType<DocumentVerdict.Stored>();
    }
}
