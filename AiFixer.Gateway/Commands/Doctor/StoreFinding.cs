using AiFixer.Core.Ports;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Plugins.Checks;
using AiFixer.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>Opens the store for reading, as little as that is: nothing is made or changed.</summary>
internal static class StoreFinding
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(configuration, problems);
        var subject = $"store ({options.Provider})";
        if (problems.Found.Count > 0)
            return [new(subject, FindingState.Broken, "its configuration is wrong", "correct what is said above")];
        if (options.Provider == StorageOptions.Sqlite && !File.Exists(options.DatabasePath))
            return [new(subject, FindingState.Fine, $"not there yet: it is made at the first start, in {Path.GetDirectoryName(Path.GetFullPath(options.DatabasePath))}")];
        try
        {
            await using var store = await StoreReader.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            await store.AskAsync(cancellationToken);
            return
            [
                new(subject, FindingState.Fine, "it answers, and this release knows its tables"),
                SealingFinding.Of(await store.SealingAsync(cancellationToken)),
                await BackupFinding.LookAsync(store.Documents, TimeProvider.System.GetUtcNow(), cancellationToken),
            ];
        }
        catch (JournalUnavailableException e)
        {
            return [new(subject, FindingState.Broken, $"{e.Message} {e.InnerException?.Message}".TrimEnd(), "start it, or correct Storage:ConnectionString; AiFixer waits for it for a while and then ends")];
        }
        catch (OperationCanceledException)
        {
            return [new(subject, FindingState.Broken, "it did not answer in time", "check whether a firewall drops what we send, or the server hangs; Storage:ConnectionString says where it is")];
        }
        catch (StorageRefusedException e)
        {
            return [new(subject, FindingState.Broken, e.Message, "see docs/configuration.md, \"Where it is kept\"")];
        }
    }
}
