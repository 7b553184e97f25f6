namespace AiFixer.Storage.Writing;

/// <summary>Which threads the writer and its answers run on.</summary>
internal interface IWriterThreads
{
    /// <summary>How long a batch waits for those whose last append was just answered.</summary>
    TimeSpan Patience { get; }

    /// <summary>How many threads give answers.</summary>
    int Answering { get; }

    /// <summary>From now on the writer has its turns, one at a time, until it says that there will be no more.</summary>
    void Start(Writer writer);

    void Queue(AnswerRound round);
}
