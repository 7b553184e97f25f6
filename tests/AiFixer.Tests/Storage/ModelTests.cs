using AiFixer.Core.Journal;
using AiFixer.Storage;
using AiFixer.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Storage;

public sealed class ModelTests(SharedPostgres postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Gen<ModelOperation> Operation =
        from incident in Gen.Choose(0, 3)
        from version in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(-1)))
        from claims in Gen.Choose(0, 15)
        from rarely in Gen.Choose(0, 3)
        from quota in Gen.Choose(0, 5)
        from releases in Gen.Choose(0, 15)
        select new ModelOperation(incident, version, rarely == 0 ? claims : claims & 1, quota == 0, releases);

    private static readonly Arbitrary<List<List<ModelOperation>>> Groups =
        Operation.ListOf().Select(list => list.ToList()).ListOf().Select(list => list.ToList()).ToArbitrary();

    [Theory]
    [Stores]
    public async Task Whatever_comes_at_once_is_decided_as_if_one_had_come_after_another(string provider)
    {
        await using var database = await TestDatabase.NewAsync(provider, postgres);
        var store = await database.OpenAsync(options => options.LeaseTime = TimeSpan.FromMinutes(5));
        var cases = 0;

        Prop.ForAll(Groups, groups => RunAsync(store, groups, $"case{++cases}").GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithQuietOnSuccess(true));

        await store.Audit.CheckpointAsync(None);
        (await store.Audit.VerifyAsync(None)).Problems.ShouldBeEmpty();
    }

    private static async Task RunAsync(JournalStore store, List<List<ModelOperation>> groups, string prefix)
    {
        var model = new JournalModel(prefix);
        foreach (var group in groups)
        {
            var expected = group.Select(model.Apply).ToList();
            var verdicts = await Task.WhenAll(expected.Select(item => store.Journal.AppendAsync(item.Append, None).AsTask()));
            verdicts.Select(verdict => verdict.GetType().Name).ShouldBe(expected.Select(item => item.Verdict));
        }

        foreach (var (id, (version, digest)) in model.Incidents)
        {
            var loaded = (await store.Journal.LoadAsync(id, None)).ShouldNotBeNull();
            (loaded.Version, loaded.Digest).ShouldBe((version, digest));
        }

        foreach (var key in model.Keys(15))
            (await store.Journal.HolderAsync(key, None)).ShouldBe(model.Claims.TryGetValue(key, out var holder) ? holder : null);
    }
}
