from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadModelError
from engine.networks.adm_unet import AdmConfig, AdmUnet
from engine.networks.lama import LamaConfig, LamaGenerator, fill, padded

TINY = AdmConfig(32, 1, (1.0, 2.0), (2,), num_head_channels=16)


def ready(network: torch.nn.Module) -> torch.nn.Module:
    """Random everywhere: networks start with layers that would hide the others."""
    generator = torch.Generator().manual_seed(0)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.1, generator=generator)
    return network.eval().requires_grad_(False)


GENERATOR = ready(LamaGenerator(LamaConfig(base_width=4, downsamplings=3, blocks=1)))


def test_images_of_a_batch_do_not_touch_each_other() -> None:
    network = ready(AdmUnet(TINY))
    x, t = torch.randn(3, 3, 16, 24), torch.tensor([0, 500, 999])
    together = network(x, t)
    assert together.shape == (3, 6, 16, 24)
    for i in range(3):
        torch.testing.assert_close(
            together[i : i + 1], network(x[i : i + 1], t[i : i + 1]), atol=1e-5, rtol=1e-4
        )


def test_half_precision_changes_the_last_digits_only() -> None:
    network = ready(AdmUnet(TINY))
    x, t = torch.randn(1, 3, 16, 16), torch.tensor([500])
    whole = network(x, t)
    size = sum(value.nbytes for value in network.state_dict().values())
    network.halve()
    halved = network(x, t)
    assert halved.dtype == torch.float32
    assert not torch.equal(halved, whole)
    torch.testing.assert_close(halved, whole, atol=0.02 * float(whole.abs().max()), rtol=0)
    assert sum(value.nbytes for value in network.state_dict().values()) < 0.6 * size


def test_a_class_conditional_network_asks_for_a_label() -> None:
    network = ready(AdmUnet(AdmConfig(32, 1, (1.0,), (), num_classes=5, num_heads=2)))
    x, t = torch.randn(1, 3, 8, 8), torch.tensor([10])
    with pytest.raises(BadModelError, match="label"):
        network(x, t)
    assert not torch.equal(network(x, t, torch.tensor([0])), network(x, t, torch.tensor([4])))


def test_the_order_of_heads_cannot_be_seen_but_matters() -> None:
    """Why settings are declared: the same weights load either way and give other pictures."""
    legacy = ready(AdmUnet(TINY))
    new = AdmUnet(AdmConfig(32, 1, (1.0, 2.0), (2,), num_head_channels=16, new_attention_order=True))
    new.load_state_dict(legacy.state_dict(), strict=True)
    x, t = torch.randn(1, 3, 16, 16), torch.tensor([10])
    assert (legacy(x, t) - new.eval()(x, t)).abs().max() > 1e-3


def test_an_image_size_without_default_multipliers_is_refused() -> None:
    with pytest.raises(BadModelError, match="96"):
        AdmConfig.from_flags(
            {"image_size": 96, "num_channels": 32, "num_res_blocks": 1, "attention_resolutions": "16"}
        )


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40))
def test_filling_takes_any_size_and_keeps_the_known_pixels(height: int, width: int) -> None:
    image = torch.rand(1, 3, height, width)
    hole = (torch.rand(1, 1, height, width) > 0.5).float()
    filled = fill(GENERATOR, image, hole)  # type: ignore[arg-type]
    known = (hole == 0).expand_as(image)
    assert torch.equal(filled[known], image[known])
    assert float(filled.min()) >= 0
    assert float(filled.max()) <= 1


def test_what_was_in_the_hole_does_not_matter() -> None:
    image, hole = torch.rand(1, 3, 20, 20), torch.zeros(1, 1, 20, 20)
    hole[..., 5:10, 5:10] = 1
    scrawled = torch.where(hole > 0, torch.rand_like(image), image)
    torch.testing.assert_close(fill(GENERATOR, scrawled, hole), fill(GENERATOR, image, hole))  # type: ignore[arg-type]


def test_padding_mirrors_with_the_edge() -> None:
    row = torch.arange(5.0).expand(1, 1, 20, 5)
    assert padded(row).shape == (1, 1, 24, 16)
    assert padded(row)[0, 0, 0].tolist() == [0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 0, 1, 2, 3, 4, 4]


def test_a_local_fourier_unit_works_on_squares_only() -> None:
    network = ready(LamaGenerator(LamaConfig(4, 2, 1, 0.5, local_fourier=True)))
    assert network(torch.rand(1, 4, 32, 32)).shape == (1, 3, 32, 32)
    with pytest.raises(BadModelError, match="square"):
        network(torch.rand(1, 4, 32, 48))
