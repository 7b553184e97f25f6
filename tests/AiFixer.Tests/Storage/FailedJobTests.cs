using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Writing;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage;

public sealed class FailedJobTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [Stores]
    public async Task What_goes_wrong_in_a_job_is_told_to_whoever_wanted_it_alone(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var options = database.Options();
        await (await JournalStore.OpenAsync(options, TimeProvider.System, NullLoggerFactory.Instance, None)).DisposeAsync();
        var threads = new HeldThreads();
        await using var store = new JournalStore(
            options, DatabaseFactory.Create(options, NullLoggerFactory.Instance), new(options), new ManualTime(TimeProvider.System.GetUtcNow()), NullLoggerFactory.Instance, threads);
        var held = store.Lease.AcquireAsync(None);
        var failed = new Desk(threads.Writer!.Intake, new(options.LargestItem), new(options)).RunAsync<int>(_ => throw new InvalidOperationException("a bug"), None);
        var neighbour = store.Journal.AppendAsync(Appends.First(Appends.NewId()), None);

        threads.Begin();

        (await held).Held.ShouldBeTrue();
        (await Should.ThrowAsync<JournalUnavailableException>(failed)).Message.ShouldContain("a bug");
        (await neighbour).ShouldBeOfType<AppendVerdict.Stored>();
    }

    /// <summary>Lets the writer begin when there is enough to write.</summary>
    private sealed class HeldThreads : IWriterThreads
    {
        public Writer? Writer { get; private set; }

        public TimeSpan Patience => WriterThreads.Instance.Patience;

        public int Answering => WriterThreads.Instance.Answering;

        public void Start(Writer writer) => Writer = writer;

        public void Begin() => WriterThreads.Instance.Start(Writer!);

        public void Queue(AnswerRound round) => WriterThreads.Instance.Queue(round);
    }
}
