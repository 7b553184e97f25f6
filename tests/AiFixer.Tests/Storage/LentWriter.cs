using System.Data.Common;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

/// <summary>Threads as ever; the connection of the writer they run can be asked between two batches.</summary>
internal sealed class LentWriter(StorageOptions options) : IWriterThreads
{
    private Writer? writer;

    public TimeSpan Patience => WriterThreads.Instance.Patience;

    public int Answering => WriterThreads.Instance.Answering;

    /// <summary>A store on tables that are there already; it holds the lease unless another does.</summary>
    public async Task<JournalStore> OpenAsync()
    {
        var store = new JournalStore(
            options, DatabaseFactory.Create(options, NullLoggerFactory.Instance), new(options), new ManualTime(TimeProvider.System.GetUtcNow()), NullLoggerFactory.Instance, this);
        await store.Lease.AcquireAsync(CancellationToken.None);
        return store;
    }

    /// <summary>What the writer's connection answers.</summary>
    public Task<string> AskAsync(string question) =>
        new Desk(writer!.Intake, new(options.LargestItem), new(options)).RunAsync(connection => connection.Scalar<string>(question), CancellationToken.None);

    public void Start(Writer writer) => WriterThreads.Instance.Start(this.writer = writer);

    public void Queue(AnswerRound round) => WriterThreads.Instance.Queue(round);
}
