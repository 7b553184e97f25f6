namespace AiFixer.Storage.Writing;

/// <summary>
/// When to try the short way. One try in vain announces others, because alerts that fire on come again in bursts, and each
/// stands in the database's log as an error. So it rests until so many batches in a row met nothing that was taken, and
/// longer every time.
/// </summary>
internal sealed class Tries
{
    private const int ShortestRest = 32;
    private const int LongestRest = 4096;
    private int _nextRest = ShortestRest;
    private int _rest;
    private int _left;
    private int _good;

    public bool May => _left == 0;

    public void Worked()
    {
        if (++_good >= _nextRest)
            _nextRest = ShortestRest;
    }

    public void WasInVain()
    {
        _left = _rest = _nextRest;
        _nextRest = Math.Min(2 * _nextRest, LongestRest);
        _good = 0;
    }

    /// <summary>A batch that the short way was open to was decided the long way.</summary>
    /// <param name="clean">Nobody in it lost a claim: the short way would have done as well.</param>
    public void Rested(bool clean) => _left = clean ? Math.Max(0, _left - 1) : _rest;
}
