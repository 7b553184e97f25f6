using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Hosting.Dynamic;

/// <summary>What people set at run time, read once: for a command beside the service, or without one.</summary>
public sealed class StoredSettings : ISettings
{
    private readonly ConfiguredSettings configured;
    private readonly SettingsSnapshot snapshot;

    private StoredSettings(IConfiguration configuration, SettingsSnapshot snapshot, string? problem) =>
        (configured, this.snapshot, Problem, IsKnown) = (new(configuration, TimeProvider.System), snapshot, problem, problem is null);

    public bool IsKnown { get; }

    /// <summary>Why it is not known; null when it is.</summary>
    public string? Problem { get; }

    public Setting? Find(string key) => snapshot.Settings.GetValueOrDefault(key) ?? configured.Find(key);

    /// <summary>A store that is not there yet has nothing in it.</summary>
    public static async Task<StoredSettings> ReadAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(configuration, problems);
        if (problems.Found is [var first, ..])
            return new(configuration, SettingsSnapshot.Unknown, first);
        if (options.Provider == StorageOptions.Sqlite && !File.Exists(options.DatabasePath))
            return new(configuration, SettingsSnapshot.Unknown, null);
        try
        {
            await using var store = await StoreReader.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            return new(configuration, SettingsSnapshot.Of(await store.Documents.ListAsync(SettingDocuments.Kind, cancellationToken)), null);
        }
        catch (Exception e) when (e is JournalUnavailableException or StorageRefusedException)
        {
            return new(configuration, SettingsSnapshot.Unknown, e.Message);
        }
    }
}
