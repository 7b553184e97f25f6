using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Core.Incidents.Properties;

/// <summary>Checks that something holds for many random walks.</summary>
internal static class Walks
{
    public const int Many = 2000;

    private const int Longest = 60;

    private static readonly Gen<int[]> Numbers =
        from length in Gen.Choose(1, Longest)
        from numbers in Gen.Choose(1, int.MaxValue - 1).ArrayOf(length)
        select numbers;

    public static void All(Action<Walk> holds) => All(Many, holds);

    public static void All(int count, Action<Walk> holds) =>
        Prop.ForAll(Arb.From(Numbers, Shorter), (int[] numbers) => Check(numbers, holds))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count));

    private static void Check(int[] numbers, Action<Walk> holds)
    {
        var walk = Walk.Of(numbers);
        try
        {
            holds(walk);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message}\nWalk:\n{walk}", e);
        }
    }

    /// <summary>The same walk without some of its moves: halves first, then single ones.</summary>
    private static IEnumerable<int[]> Shorter(int[] numbers)
    {
        for (var size = numbers.Length / 2; size > 0; size /= 2)
        {
            for (var from = 1; from + size <= numbers.Length; from += size)
                yield return [.. numbers[..from], .. numbers[(from + size)..]];
        }
    }
}
