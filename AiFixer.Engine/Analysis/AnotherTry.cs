using System.Text.RegularExpressions;
using AiFixer.Core.Secrets;

namespace AiFixer.Engine.Analysis;

/// <summary>
/// A pattern is given up by the clock on the wall. On a machine that has no time for us the most harmless text takes too long; only what
/// does so again and again is at fault itself.
/// </summary>
internal static class AnotherTry
{
    private const int LongestShown = 200;
    private const int Tries = 3;

    /// <param name="otherwise">What there is instead when it took too long each time; gets the beginning of the text that did.</param>
    public static T Of<T>(Func<T> work, Func<string, T> otherwise)
    {
        try
        {
            return Of(work);
        }
        catch (RegexMatchTimeoutException e)
        {
            return otherwise(e.Input.Length > LongestShown ? $"{SecretText.Masked(e.Input[..LongestShown])}…" : SecretText.Masked(e.Input));
        }
    }

    private static T Of<T>(Func<T> work)
    {
        for (var tried = 1; tried < Tries; tried++)
        {
            try
            {
                return work();
            }
            catch (RegexMatchTimeoutException)
            {
                // Once more: see above.
            }
        }

        return work();
    }
}
