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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConfiguredSettings configured;
    private readonly SettingsSnapshot snapshot;

    private StoredSettings(IConfiguration configuration, SettingsSnapshot snapshot, string? problem) =>
        (configured, this.snapshot, Problem, IsKnown) = (new(configuration, TimeProvider.System), snapshot, problem, problem is null);

    public bool IsKnown { get; }

    /// <summary>Why it is not known; null when it is.</summary>
    public string? Problem { get; }

    public Setting? Find(string key) => snapshot.Settings.GetValueOrDefault(key) ?? configured.Find(key);

    /// <summary>A store that is not there yet has nothing in it.</summary>
    public static Task<StoredSettings> ReadAsync(IConfiguration configuration, CancellationToken cancellationToken) =>
        ReadAsync(configuration, Patience, cancellationToken);

    internal static async Task<StoredSettings> ReadAsync(IConfiguration configuration, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(configuration, problems);
        if (problems.Found is [var first, ..])
            return new(configuration, SettingsSnapshot.Unknown, first);
        if (options.Provider == StorageOptions.Sqlite && !File.Exists(options.DatabasePath))
            return new(configuration, SettingsSnapshot.Unknown, null);
        try
        {
            await using var store = await StoreReader.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, deadline.Token);
            return new(configuration, SettingsSnapshot.Of(await store.Documents.ListAsync(SettingDocuments.Kind, deadline.Token)), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(configuration, SettingsSnapshot.Unknown, $"the store did not answer within {patience.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is JournalUnavailableException or StorageRefusedException)
        {
            return new(configuration, SettingsSnapshot.Unknown, e.Message);
        }
    }
}
