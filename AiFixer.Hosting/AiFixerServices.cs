using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Policy;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Dynamic;
using AiFixer.Hosting.Models;
using AiFixer.Hosting.Notices;
using AiFixer.Hosting.Playbooks;
using AiFixer.Hosting.Settings;
using AiFixer.Hosting.Telemetry;
using AiFixer.Plugins;
using AiFixer.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting;

/// <summary>The one composition root: store, plugins, engine, from the configuration.</summary>
public static class AiFixerServices
{
    /// <summary>Adds everything that runs incidents. What is wrong with the configuration goes into <paramref name="problems"/>.</summary>
    public static void AddAiFixer(this IHostApplicationBuilder builder, ConfigurationProblems problems) =>
        Add(builder, problems, isShared: false, (services, engine, rules) => services.AddLocalEngine(engine, rules));

    /// <summary>The same on a store that several processes share; <paramref name="addEngine"/> says how they do.</summary>
    public static void AddSharedAiFixer(
        this IHostApplicationBuilder builder, ConfigurationProblems problems, Action<IServiceCollection, EngineOptions, WorkflowRules> addEngine) =>
        Add(builder, problems, isShared: true, addEngine);

    /// <summary>What lists and pages need of a store that others write to: nothing is run here, no lease is taken, no table is changed.</summary>
    public static void AddAiFixerReader(this IHostApplicationBuilder builder, ConfigurationProblems problems)
    {
        builder.AddTelemetry(problems);
        var storage = StorageSettings.Read(builder.Configuration, problems);
        builder.Services.TryAddSingleton(TimeProvider.System);
        PluginSettings.Check(builder.Configuration, problems);
        builder.Services.AddAiFixerPlugins(builder.Configuration);
        builder.Services.AddSingleton(provider => StoreReader.OpenAsync(
            storage, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), CancellationToken.None).GetAwaiter().GetResult());
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Journal);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Queries);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Changes);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Archive);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Reported);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Posted);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Inbox);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Documents);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Budgets);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<StoreReader>().Records);
        builder.AddDynamicSettings(problems);
        builder.AddPlaybooks(problems);
        AddPolicy(builder.Services, WorkflowSettings.Read(new(builder.Configuration, problems)));
    }

    private static void Add(
        IHostApplicationBuilder builder, ConfigurationProblems problems, bool isShared, Action<IServiceCollection, EngineOptions, WorkflowRules> addEngine)
    {
        // First, so that it begins before everything that it tells of.
        builder.AddTelemetry(problems);
        var settings = new SettingsReader(builder.Configuration, problems);
        var storage = StorageSettings.Read(builder.Configuration, problems);
        storage.Exclusive &= !isShared;
        builder.Services.TryAddSingleton(TimeProvider.System);
        var engine = EngineSettings.Read(settings, storage.LeaseTime);
        AddStore(builder.Services, storage, engine.LeasePatience);
        builder.AddDynamicSettings(problems);
        PluginSettings.Check(builder.Configuration, problems);
        builder.Services.AddAiFixerPlugins(builder.Configuration);
        builder.AddPlaybooks(problems);
        builder.AddNotices(problems);
        var rules = WorkflowSettings.Read(settings);
        AddPolicy(builder.Services, rules);
        builder.Services.AddHostedService<PolicyRefresh>();
        addEngine(builder.Services, engine, rules);
        builder.Services.AddModels(builder.Configuration, problems);
        Sign(builder.Services, rules, GrantKeySettings.Read(settings.Section("Policy")), storage);
    }

    private static void AddPolicy(IServiceCollection services, WorkflowRules rules) =>
        services.AddSingleton(rules.Policy).AddSingleton<IPolicyFacts, PolicyDocuments>();

    /// <summary>Only what really runs incidents needs the key, and makes it.</summary>
    private static void Sign(IServiceCollection services, WorkflowRules rules, GrantKeySettings keys, StorageOptions storage) =>
        services.Replace(ServiceDescriptor.Singleton(provider => rules with
        {
            GrantKeys = keys.Open(storage, provider.GetRequiredService<ILoggerFactory>().CreateLogger("AiFixer.Grants")),
        }));

    private static void AddStore(IServiceCollection services, StorageOptions options, TimeSpan patience)
    {
        services.AddSingleton(options);
        services.AddSingleton(provider => Open(options, patience, provider));
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Journal);
        services.AddSingleton<IJournalReader>(provider => provider.GetRequiredService<IJournal>());
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Changes);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Lease);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Queries);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Audit);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Archive);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Reported);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Posted);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Inbox);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Documents);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Budgets);
        services.AddSingleton(provider => provider.GetRequiredService<JournalStore>().Records);
    }

    /// <summary>Once, at start, where there is nothing else to do than to wait for the database.</summary>
    private static JournalStore Open(StorageOptions options, TimeSpan patience, IServiceProvider provider) =>
        new StoreOpener(options, patience, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>())
            .OpenAsync(provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping)
            .GetAwaiter().GetResult();
}
