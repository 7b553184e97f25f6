using System.Globalization;
using System.Text;

namespace AiFixer.Bench.Load;

/// <summary>A webhook request made once; only the digits that tell its alerts apart change.</summary>
internal sealed class AlertRequest
{
    private const int Digits = 10;
    private static readonly string Mark = new('#', Digits);
    private readonly byte[] _bytes;
    private readonly List<List<int>> _places = [];

    public AlertRequest(int alerts, string space = "shop")
    {
        var body = AlertBody.Of(Enumerable.Repeat(AlertBody.Alert(Mark, space), alerts));
        _bytes = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhooks/alertmanager HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        FindPlaces(Encoding.ASCII.GetBytes(Mark));
    }

    public int Alerts => _places.Count;

    /// <summary>The same bytes with other numbers.</summary>
    public ReadOnlyMemory<byte> With(Func<long> nextNumber)
    {
        foreach (var places in _places)
        {
            var number = nextNumber();
            foreach (var place in places)
                number.TryFormat(_bytes.AsSpan(place, Digits), out _, "D10", CultureInfo.InvariantCulture);
        }

        return _bytes;
    }

    private void FindPlaces(byte[] mark)
    {
        var start = "{\"status\":\"firing\",\"labels\""u8;
        for (var at = _bytes.AsSpan().IndexOf("\"alerts\""u8); at < _bytes.Length; at++)
        {
            var rest = _bytes.AsSpan(at);
            if (rest.StartsWith(start))
                _places.Add([]);
            else if (rest.StartsWith(mark))
                _places[^1].Add(at);
        }
    }
}
