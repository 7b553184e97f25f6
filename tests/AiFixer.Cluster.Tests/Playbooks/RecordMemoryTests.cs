using AiFixer.Core.Playbooks;
using AiFixer.Grains.Claims;
using AiFixer.Grains.Playbooks;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Playbooks;

public sealed class RecordMemoryTests
{
    private static readonly ClaimOrderOptions Options = new();
    private readonly ManualTime time = new();
    private readonly RecordMemory memory;
    private int asked;

    public RecordMemoryTests() => memory = new(Options, time);

    [Fact]
    public async Task It_is_asked_again_after_a_while()
    {
        (await ReadAsync(1)).ShouldBe(1);
        time.Advance(Options.Memory - TimeSpan.FromSeconds(1));
        (await ReadAsync(2)).ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(1));

        (await ReadAsync(3)).ShouldBe(3);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task It_is_asked_again_when_it_counted()
    {
        await ReadAsync(1);
        memory.Counted();

        (await ReadAsync(2)).ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_during_which_it_counted_is_not_kept()
    {
        await memory.ReadAsync(() =>
        {
            memory.Counted();
            return Task.FromResult<PlaybookRecord?>(new(Success: 1));
        });

        (await ReadAsync(2)).ShouldBe(2);
    }

    [Fact]
    public async Task That_there_is_none_is_known_too()
    {
        (await memory.ReadAsync(() => Task.FromResult<PlaybookRecord?>(null))).ShouldBe(PlaybookRecord.None);

        (await ReadAsync(2)).ShouldBe(0);
    }

    private async Task<long> ReadAsync(long said) => (await memory.ReadAsync(() =>
    {
        asked++;
        return Task.FromResult<PlaybookRecord?>(new(Success: said));
    })).Success;
}
