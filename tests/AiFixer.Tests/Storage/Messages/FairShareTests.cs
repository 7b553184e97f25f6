using AiFixer.Storage.Messages;

namespace AiFixer.Tests.Storage.Messages;

public sealed class FairShareTests
{
    [Theory]
    [InlineData(100, 0, 0, 0, 64, 0, 0, 0)]
    [InlineData(100, 100, 100, 100, 40, 8, 8, 8)]
    [InlineData(100, 0, 3, 0, 61, 0, 3, 0)]
    [InlineData(5, 100, 1, 0, 5, 58, 1, 0)]
    [InlineData(0, 0, 0, 2, 0, 0, 0, 2)]
    public void The_worst_come_first_and_nobody_waits_for_ever(int a, int b, int c, int d, int first, int second, int third, int fourth)
    {
        int[] waiting = [a, b, c, d];
        var queues = waiting.Select((count, queue) => (IReadOnlyList<string>)[.. Enumerable.Range(0, count).Select(i => $"{queue}:{i:000}")]).ToList();

        var taken = FairShare.Of(queues, 64);

        taken.ShouldBe(taken.Order());
        Enumerable.Range(0, 4).Select(queue => taken.Count(one => one[0] == '0' + queue)).ShouldBe([first, second, third, fourth]);
    }
}
