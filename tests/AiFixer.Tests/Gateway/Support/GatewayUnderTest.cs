using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Policy;
using AiFixer.Gateway;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Dynamic;
using AiFixer.Hosting.Playbooks;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;
using AiFixer.Tests.Hosting.Dynamic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Gateway;

/// <summary>The whole gateway over <see cref="FakeIncidents"/>, in memory.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _folder;

    private GatewayUnderTest(WebApplication app, TempFolder folder, FakeIncidents incidents, FakeLease lease, ManualTime time)
    {
        (_app, _folder, Incidents, Lease, Time) = (app, folder, incidents, lease, time);
        Client = NewClient();
    }

    public FakeIncidents Incidents { get; }

    public FakeLease Lease { get; }

    public required MemoryDocuments Documents { get; init; }

    public required FakeRecords Records { get; init; }

    public FakeChanges Changes => (FakeChanges)Services.GetRequiredService<IReportedChanges>();

    public ManualTime Time { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayUnderTest> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = new TempFolder();
        var incidents = new FakeIncidents();
        var lease = new FakeLease();
        var time = new ManualTime(Samples.Now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Prepend(("Storage:DataFolder", folder.Path)).Select(pair => KeyValuePair.Create<string, string?>(pair.Item1, pair.Item2)));
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IIncidentHost>(incidents).AddSingleton<IIncidentQueries>(incidents).AddSingleton<IJournalReader>(incidents).AddSingleton<IArchive>(incidents).AddSingleton<IReportedChanges>(new FakeChanges());
        builder.Services.AddSingleton<IHostReadiness>(new LeaseReadiness(lease));
        var (documents, problems) = (new MemoryDocuments(time), new ConfigurationProblems());
        builder.Services.AddSingleton<IDocuments>(documents);
        builder.Services.AddSingleton(new PolicyOptions()).AddSingleton<IPolicyFacts, PolicyDocuments>().AddSingleton<IBudgets>(new FakeBudgets());
        var records = new FakeRecords();
        builder.Services.AddSingleton<IPlaybookRecords>(records);
        builder.AddDynamicSettings(problems);
        builder.AddPlaybooks(problems);
        builder.Services.AddSingleton(provider => new PluginHost(
            [new FakeRollback(), new FakeReader()], new(), time, NullLogger<PluginHost>.Instance, provider.GetRequiredService<ISettings>()));
        builder.Services.AddSingleton<IPluginHost>(provider => provider.GetRequiredService<PluginHost>());
        builder.Services.AddSingleton(provider => provider.GetRequiredService<PluginHost>().States);
        builder.AddGateway(problems);
        problems.ThrowIfAny();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync();
        return new(app, folder, incidents, lease, time) { Documents = documents, Records = records };
    }

    public void Stop() => _app.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

    /// <summary>A client that follows no redirect and keeps no cookies.</summary>
    public HttpClient NewClient(string? key = null)
    {
        var client = _app.GetTestClient();
        client.BaseAddress = new("http://localhost/");
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
