namespace AiFixer.Storage.Writing;

/// <summary>A thread of its own for the writer, which blocks; the pool's for the answers.</summary>
internal sealed class WriterThreads : IWriterThreads
{
    private WriterThreads()
    {
    }

    public static WriterThreads Instance { get; } = new();

    public TimeSpan Patience { get; } = TimeSpan.FromMicroseconds(150);

    public int Answering => Environment.ProcessorCount;

    public void Start(Writer writer) => new Thread(() => Work(writer)) { Name = "journal writer", IsBackground = true }.Start();

    public void Queue(AnswerRound round) => ThreadPool.UnsafeQueueUserWorkItem(round, preferLocal: false);

    private static void Work(Writer writer)
    {
        while (writer.Turn())
        {
        }
    }
}
