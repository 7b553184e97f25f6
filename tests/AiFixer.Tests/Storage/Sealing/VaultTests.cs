using AiFixer.Core.Ports;
using AiFixer.Storage;
using AiFixer.Storage.Sealing;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Storage.Sealing;

public sealed class VaultTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TempFolder folder = new();

    [Fact]
    public void Without_a_key_content_passes_as_it_is()
    {
        var vault = new Vault(Options());

        vault.Seal("clear"u8.ToArray(), "x").ToArray().ShouldBe("clear"u8.ToArray());
        vault.Open("clear"u8.ToArray(), "x").ShouldBe("clear"u8.ToArray());
    }

    [Fact]
    public void Content_that_only_looks_sealed_comes_back_as_it_was()
    {
        var vault = new Vault(Options());
        byte[] odd = [.. SealForm.Prefix(new string('a', 16)), 1, 2, 3];

        vault.Open(vault.Seal(odd, "x").ToArray(), "x").ShouldBe(odd);
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        var vault = new Vault(Options());
        vault.Learn([Master("data-1").Wrap(DataKey.New(), 1, Noon, isWhole: true)]);

        vault.Seal(ReadOnlyMemory<byte>.Empty, "x").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void The_newest_key_seals_and_all_of_them_open()
    {
        var (first, second) = (Master("data-1").Wrap(DataKey.New(), 1, Noon, isWhole: true), Master("data-1").Wrap(DataKey.New(), 2, Noon, isWhole: false));
        var vault = new Vault(Options());
        vault.Learn([first]);
        var old = vault.Seal("old"u8.ToArray(), "x").ToArray();

        vault.Learn([first, second]);

        vault.Open(old, "x").ShouldBe("old"u8.ToArray());
        SealForm.KeyOf(vault.Seal("new"u8.ToArray(), "x").Span).ShouldBe(second.Id);
    }

    [Fact]
    public void A_key_that_cannot_be_opened_here_never_means_in_clear()
    {
        var key = Master("data-1").Wrap(DataKey.New(), 1, Noon, isWhole: true);
        File.Delete(MasterKey.PathOf(folder.Path, "data-1"));
        var vault = new Vault(Options());
        vault.Learn([key]);

        Should.Throw<JournalUnavailableException>(() => vault.Seal("secret"u8.ToArray(), "x")).Message.ShouldContain(MasterKey.PathOf(folder.Path, "data-1"));
    }

    [Fact]
    public void A_key_that_is_not_known_is_named_for_whoever_looks_again()
    {
        var stored = DataKey.New().Seal("content"u8, "x");

        Should.Throw<UnknownDataKeyException>(() => new Vault(Options()).Open(stored, "x")).Message.ShouldContain(SealForm.KeyOf(stored)!);
    }

    public void Dispose() => folder.Dispose();

    private StorageOptions Options() => new() { DataKeyFolder = folder.Path };

    private MasterKey Master(string name) => MasterKey.FindOrMake(folder.Path, name, _ => { });
}
