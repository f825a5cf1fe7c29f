"""The detector: what it can see is bounded as it says, and folding changes nothing."""

import pytest
import torch

from engine.networks.detector import Detector, DetectorConfig, folded

TINY = DetectorConfig(channels=(8, 8, 8), fine=4, blocks=1)


def network(config: DetectorConfig = TINY) -> Detector:
    torch.manual_seed(0)
    made = Detector(config)
    for name, value in made.state_dict().items():
        if value.is_floating_point() and value.ndim == 1:
            value.copy_(torch.rand_like(value) + 0.5 if "mean" not in name else torch.randn_like(value) * 0.1)
    return made.eval()


def test_configuration_survives_json() -> None:
    config = DetectorConfig(channels=(8, 16), fine=4, blocks=2)
    assert DetectorConfig.from_dict(config.to_dict()) == config


@torch.inference_mode()
def test_folding_keeps_the_function_and_drops_the_normalisation() -> None:
    photo = torch.randn(1, 3, 48, 32)
    made = network()
    before = made(photo)
    assert before.shape == (1, 1, 48, 32)
    after = folded(made)
    assert torch.allclose(after(photo), before, atol=1e-4)
    assert not any("running_mean" in name for name in after.state_dict())


@torch.inference_mode()
def test_nothing_beyond_its_reach_matters() -> None:
    made = network()
    reach = TINY.reach
    side = 2 * reach + 2 * TINY.multiple_of
    photo = torch.randn(1, 3, side, side)
    other = photo.clone()
    other[..., : side - reach - 1] = torch.randn(1, 3, side, side - reach - 1)
    difference = (made(photo) - made(other)).abs()
    assert difference[..., -1].max() < 1e-5
    assert difference[..., side - reach - 2].max() > 1e-3


def test_the_shipped_shape_is_small() -> None:
    count = sum(value.numel() for value in Detector(DetectorConfig()).parameters())
    assert count <= 2_500_000


def test_a_network_that_will_be_filled_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing normal numbers on the meta device imports torch's compiler, for seconds."""
    monkeypatch.delattr(torch.nn.init, "kaiming_normal_")
    with torch.device("meta"):
        assert all(parameter.is_meta for parameter in Detector(TINY).parameters())
