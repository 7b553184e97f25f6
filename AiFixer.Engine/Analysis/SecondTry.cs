using System.Text.RegularExpressions;

namespace AiFixer.Engine.Analysis;

/// <summary>
/// A pattern is given up by the clock on the wall. On a machine that has no time for us the most harmless text takes too long; only what
/// does so again is at fault itself.
/// </summary>
internal static class SecondTry
{
    public static T Of<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            return work();
        }
    }
}
