namespace AiFixer.Playground.Lark.Push;

/// <summary>What came of one delivery.</summary>
/// <param name="Problem">0 when it was answered well; else the platform's number for what went wrong.</param>
/// <param name="Body">The app's answer.</param>
internal sealed record PushAnswer(int Problem, string Body = "")
{
    public const int NoAddress = 200340;
    public const int TooLate = 200341;
    public const int NotReached = 200342;
    public const int NotOk = 200671;
}
