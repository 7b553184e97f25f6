using AiFixer.Core.Ports;
using AiFixer.Storage;
using Microsoft.Extensions.Logging;

namespace AiFixer.Hosting;

/// <summary>Opens the store with patience: a process that froze or has just died may still have it locked.</summary>
internal sealed partial class StoreOpener(StorageOptions options, TimeSpan patience, TimeProvider time, ILoggerFactory loggers)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private readonly ILogger logger = loggers.CreateLogger<StoreOpener>();

    public async Task<JournalStore> OpenAsync(CancellationToken stopping)
    {
        var giveUp = time.GetUtcNow() + patience;
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await JournalStore.OpenAsync(options, time, loggers, CancellationToken.None);
            }
            catch (JournalUnavailableException e) when (time.GetUtcNow() < giveUp && !stopping.IsCancellationRequested)
            {
                if (isFirst)
                    Waiting(e.Message);
            }

            await Task.Delay(BetweenTries, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waiting for the store, in case a process that is dead still has it locked. {Reason}")]
    private partial void Waiting(string reason);
}
