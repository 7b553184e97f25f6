using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>Runs cases again in every variation, two at a time.</summary>
internal sealed class VariationRunner(CaseRunner runner)
{
    private const int AtOnce = 2;

    public async Task<IReadOnlyList<VariedResult>> RunAsync(
        IEnumerable<(string Folder, CaseResult.Ran Plain)> cases, CancellationToken cancellationToken)
    {
        var varied = cases.SelectMany(Vary).ToList();
        var results = new VariedResult[varied.Count];
        await Parallel.ForAsync(0, varied.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, stop) =>
        {
            var (plain, variation, made) = varied[i];
            results[i] = new(variation, plain, made, await RunAsync(made.Contents, $"{plain.Name} {variation}", stop));
        });
        return results;
    }

    private static IEnumerable<(CaseResult.Ran Plain, string Variation, VariedCase Made)> Vary((string Folder, CaseResult.Ran Plain) one)
    {
        var contents = CaseContents.Read(one.Folder);
        foreach (var variation in CaseVariations.Same.Append(CaseVariations.WithoutCulprit))
        {
            if (variation.Apply(contents) is { } made)
                yield return (one.Plain, variation.Name, made);
        }
    }

    private async Task<CaseResult> RunAsync(CaseContents contents, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunAsync(FrozenCase.Of(contents), cancellationToken) with { Name = name };
        }
        catch (FrozenCaseException e)
        {
            return new CaseResult.Failed(name, e.Message);
        }
    }
}
